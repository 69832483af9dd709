package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.fleet.Tick;
import dev.elasticrecognition.domain.history.History;
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
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What the fleet costs. */
@Path("fleet/cost")
@ApplicationScoped
@RolesAllowed(CallerAuthentication.OPERATOR)
@SecurityRequirement(name = RestApplication.OPERATOR_SCHEME)
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public class CostResource {

    private static final Duration LATELY = Duration.ofHours(1);

    @Inject
    LastTick lastTick;

    @Inject
    History history;

    @Inject
    HourlyPrice price;

    @GET
    @Operation(summary = "Tells what was paid for instances in all and in the last hour, and for how many images")
    public CostDocument cost() {
        Tick tick = lastTick.get();
        return CostDocument.of(
                price,
                tick.meter(),
                history.since(tick.observation().at().minus(LATELY)).stream()
                        .filter(sample -> sample.spent().isPresent())
                        .findFirst());
    }
}
