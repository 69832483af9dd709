package dev.elasticrecognition.localcloud.faults;

import java.util.List;
import java.util.Optional;

/**
 * Who shall die: certain instances, or so many of the running ones.
 *
 * @param instances their ids
 * @param any how many, from 1
 */
record Deaths(List<String> instances, Optional<Integer> any) {

    Deaths {
        instances = Checks.orNone(instances);
        Checks.require(instances.isEmpty() == any.isPresent(), "either instances or any is expected");
        Checks.require(any.isEmpty() || any.get() >= 1, "any must be a whole number from 1");
    }
}
