package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.fleet.FleetView;
import dev.elasticrecognition.domain.fleet.Member;
import dev.elasticrecognition.domain.fleet.Tick;
import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What this front end saw last of the fleet, or the problem that it isn't there. */
@ApplicationScoped
public class LastTick {

    @Inject
    FleetView fleetView;

    Tick get() {
        return fleetView
                .latest()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.FLEET_UNSEEN,
                        "It looks every few seconds, as soon as stores, queues and cloud answer. Ask again."));
    }

    /** The instance with this id, which hasn't ended. */
    Member member(String id) {
        return get().members().stream()
                .filter(member -> member.id().equals(id) && member.stage() != Member.Stage.TERMINATED)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INSTANCE_UNKNOWN,
                        "The fleet has no instance '%s'. GET /api/fleet tells which there are.".formatted(id)));
    }
}
