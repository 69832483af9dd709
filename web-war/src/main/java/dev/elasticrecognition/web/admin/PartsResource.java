package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.fleet.FleetSettings;
import dev.elasticrecognition.domain.fleet.FleetView;
import dev.elasticrecognition.domain.parts.Part;
import dev.elasticrecognition.domain.parts.Parts;
import dev.elasticrecognition.web.RestApplication;
import dev.elasticrecognition.web.access.CallerAuthentication;
import dev.elasticrecognition.web.problems.ProblemDocument;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** How the parts are that the service stands on, as this front end knows from its last calls. */
@Path("fleet/parts")
@ApplicationScoped
@RolesAllowed(CallerAuthentication.OPERATOR)
@SecurityRequirement(name = RestApplication.OPERATOR_SCHEME)
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public class PartsResource {

    @Inject
    Parts parts;

    @Inject
    FleetView fleetView;

    @Inject
    FleetSettings settings;

    @Inject
    InstantSource clock;

    @GET
    @Operation(summary = "Tells how buckets, queues, EC2, leader and breaker are, from the last calls to them")
    public PartsDocument parts() {
        Instant now = clock.instant();
        List<Part> all = Stream.concat(
                        parts.all().stream(), FleetParts.of(fleetView.latest(), settings.lease(), now).stream())
                .toList();
        return PartsDocument.of(now, all);
    }
}
