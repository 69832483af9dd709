package dev.elasticrecognition.localcloud.faults;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which faults shall be.
 *
 * @param seed of all that is drawn, so that it can be had again; any other one each time if empty
 * @param faults if several match an occasion, the first one that strikes is taken
 */
record FaultPlan(Optional<Long> seed, List<Fault> faults) {

    static final FaultPlan NONE = new FaultPlan(Optional.empty(), List.of());

    FaultPlan {
        Checks.require(faults != null && faults.stream().allMatch(Objects::nonNull), "faults must be a list of faults");
        faults = List.copyOf(faults);
    }

    /** Refuses names that nothing has, because a fault of that name would never strike. */
    void requireActionsIn(Set<String> names) {
        for (Fault fault : faults) {
            if (fault instanceof CallFault ofCalls) {
                for (String action : ofCalls.actions()) {
                    Checks.require(names.contains(action), "there is no action " + action);
                }
            }
        }
    }
}
