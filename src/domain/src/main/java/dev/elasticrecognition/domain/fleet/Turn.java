package dev.elasticrecognition.domain.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One tick of the leader: what it sees, what it does, and what goes wrong. */
final class Turn {

    private final Sight sight;
    private final Troubles troubles;
    private final FleetControl control;
    private final String decision;
    private final List<String> acts = new ArrayList<>();

    /** @param decision names what is decided in this turn, and no other */
    Turn(String decision, Sight sight, Troubles troubles, FleetControl control) {
        this.decision = decision;
        this.sight = sight;
        this.troubles = troubles;
        this.control = control;
    }

    String decision() {
        return decision;
    }

    Sight sight() {
        return sight;
    }

    Troubles troubles() {
        return troubles;
    }

    FleetControl control() {
        return control;
    }

    Instant now() {
        return sight.observation().at();
    }

    /** Notes what was done, as a sentence for the operator. */
    void did(String act) {
        acts.add(act);
    }

    List<String> acts() {
        return List.copyOf(acts);
    }
}
