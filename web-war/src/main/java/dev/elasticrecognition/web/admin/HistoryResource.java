package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.history.History;
import dev.elasticrecognition.domain.history.Point;
import dev.elasticrecognition.web.RestApplication;
import dev.elasticrecognition.web.access.CallerAuthentication;
import dev.elasticrecognition.web.problems.ProblemDocument;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** How the fleet stood in the last hours, for charts. */
@Path("fleet/history")
@ApplicationScoped
@RolesAllowed(CallerAuthentication.OPERATOR)
@SecurityRequirement(name = RestApplication.OPERATOR_SCHEME)
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public class HistoryResource {

    private static final int MOST_POINTS = 1000;

    @Inject
    History history;

    @Inject
    InstantSource clock;

    @GET
    @Operation(summary = "Tells how the fleet stood in the last minutes, in about so many points, the oldest first")
    public HistoryDocument history(
            @QueryParam("minutes") @DefaultValue("60") String minutes,
            @QueryParam("points") @DefaultValue("120") String points) {
        Duration span = Duration.ofMinutes(WholeNumber.read("minutes", minutes, (int) History.KEPT.toMinutes()));
        Duration step = step(span, WholeNumber.read("points", points, MOST_POINTS));
        Instant now = clock.instant();
        Instant from = Point.start(now.minus(span), step).plus(step);
        return HistoryDocument.of(from, now, step, Point.of(history.since(from), step));
    }

    /** Whole seconds, so that there are no more points than wanted, and nothing finer than what is known. */
    private static Duration step(Duration span, int points) {
        Duration step = Duration.ofSeconds((span.toSeconds() + points - 1) / points);
        return step.compareTo(History.STEP) < 0 ? History.STEP : step;
    }
}
