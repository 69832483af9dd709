package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.fleet.FleetSettings;
import dev.elasticrecognition.domain.fleet.SteerFleet;
import dev.elasticrecognition.domain.history.History;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import dev.elasticrecognition.simulator.replay.Replay;
import dev.elasticrecognition.web.RestApplication;
import dev.elasticrecognition.web.access.CallerAuthentication;
import dev.elasticrecognition.web.admin.WhatIfDocument.ReplayDocument;
import dev.elasticrecognition.web.problems.Places;
import dev.elasticrecognition.web.problems.ProblemDocument;
import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What would have been under other settings: a replay of the last hours in simulated time, one at a time. */
@Path("fleet/what-if")
@ApplicationScoped
@RolesAllowed(CallerAuthentication.OPERATOR)
@SecurityRequirement(name = RestApplication.OPERATOR_SCHEME)
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public class WhatIfResource {

    private final Places places = new Places(1, "replays");

    @Inject
    History history;

    @Inject
    SteerFleet steerFleet;

    @Inject
    FleetSettings settings;

    @Inject
    HourlyPrice price;

    @Inject
    InstantSource clock;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replays the last minutes through other settings and through those that hold")
    public WhatIfDocument whatIf(WhatIfRequest request) {
        ScalingSettings proposed = request.proposed(settings.hardLimit());
        ScalingSettings present = steerFleet.settings();
        Places.Place place = places.take();
        try {
            Replay replay = Replay.of(
                            history.since(clock.instant().minus(request.time())),
                            present.objective(),
                            settings.hardLimit())
                    .orElseThrow(WhatIfResource::nothingCame);
            return WhatIfDocument.of(
                    replay, ReplayDocument.of(present, replay, price), ReplayDocument.of(proposed, replay, price));
        } finally {
            place.close();
        }
    }

    private static ProblemException nothingCame() {
        return new ProblemException(
                ProblemType.HISTORY_MISSING, "No request came in that time, as far as is known. Ask for more minutes.");
    }
}
