package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.fleet.SteerFleet;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import dev.elasticrecognition.web.RestApplication;
import dev.elasticrecognition.web.access.CallerAuthentication;
import dev.elasticrecognition.web.problems.ProblemDocument;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** How the fleet is scaled. Who changes it says which version, by {@code If-Match}, so that nobody's change gets lost. */
@Path("fleet/settings")
@ApplicationScoped
@RolesAllowed(CallerAuthentication.OPERATOR)
@SecurityRequirement(name = RestApplication.OPERATOR_SCHEME)
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public class SettingsResource {

    @Inject
    SteerFleet steerFleet;

    @GET
    @Operation(summary = "Tells the settings, with their ETag")
    public Response settings(@Context Request request) {
        SettingsDocument current = SettingsDocument.of(steerFleet.settings());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(Versions.tag(current));
        return unchanged == null ? Versions.answer(current) : unchanged.build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes the settings, if they still have the ETag in 'If-Match'")
    public Response change(
            SettingsDocument document,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context Request request,
            @Context SecurityContext caller) {
        if (ifMatch == null) {
            throw Versions.conditionMissing();
        }
        ScalingSettings current = steerFleet.settings();
        if (request.evaluatePreconditions(Versions.tag(SettingsDocument.of(current))) != null
                || !steerFleet.changeSettings(
                        current, document.settings(), caller.getUserPrincipal().getName())) {
            throw Versions.changedMeanwhile();
        }
        return Versions.answer(SettingsDocument.of(document.settings()));
    }
}
