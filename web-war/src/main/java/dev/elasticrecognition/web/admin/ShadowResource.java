package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.fleet.SteerFleet;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import dev.elasticrecognition.web.RestApplication;
import dev.elasticrecognition.web.access.CallerAuthentication;
import dev.elasticrecognition.web.problems.ProblemDocument;
import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/**
 * The shadow policy: settings whose decisions are looked at and not followed. Who sets the first says so, by
 * {@code If-None-Match: *}; who changes or removes it says which version, by {@code If-Match}.
 */
@Path("fleet/shadow")
@ApplicationScoped
@RolesAllowed(CallerAuthentication.OPERATOR)
@SecurityRequirement(name = RestApplication.OPERATOR_SCHEME)
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public class ShadowResource {

    @Inject
    SteerFleet steerFleet;

    @GET
    @Operation(summary = "Tells the shadow policy's settings, with their ETag")
    public Response shadow(@Context Request request) {
        SettingsDocument current = SettingsDocument.of(steerFleet.shadow().orElseThrow(ShadowResource::unknown));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(Versions.tag(current));
        return unchanged == null ? Versions.answer(current) : unchanged.build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Sets the first shadow policy ('If-None-Match: *'), or changes the one with the ETag in 'If-Match'")
    public Response change(
            SettingsDocument document,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Context Request request,
            @Context SecurityContext caller) {
        if (ifMatch == null && ifNoneMatch == null) {
            throw Versions.conditionMissing();
        }
        change(Optional.of(document.settings()), ifMatch, request, caller);
        return Versions.answer(SettingsDocument.of(document.settings()));
    }

    @DELETE
    @Operation(summary = "Removes the shadow policy, if it still has the ETag in 'If-Match'")
    public void remove(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context Request request,
            @Context SecurityContext caller) {
        if (ifMatch == null) {
            throw Versions.conditionMissing();
        }
        change(Optional.empty(), ifMatch, request, caller);
    }

    private void change(Optional<ScalingSettings> changed, String ifMatch, Request request, SecurityContext caller) {
        Optional<ScalingSettings> current = steerFleet.shadow();
        boolean holds = current.map(
                        settings -> request.evaluatePreconditions(Versions.tag(SettingsDocument.of(settings))) == null)
                .orElse(ifMatch == null);
        if (!holds
                || !steerFleet.changeShadow(
                        current, changed, caller.getUserPrincipal().getName())) {
            throw Versions.changedMeanwhile();
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(
                ProblemType.SHADOW_UNKNOWN, "None is set. PUT settings with the header 'If-None-Match: *' to set one.");
    }
}
