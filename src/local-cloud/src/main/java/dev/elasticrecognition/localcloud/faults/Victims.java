package dev.elasticrecognition.localcloud.faults;

import java.util.List;
import java.util.Optional;

/** Whom something befalls: certain instances, by their ids, or so many of the running ones, from 1. */
interface Victims {

    List<String> instances();

    Optional<Integer> any();

    /** Refuses both, neither, and none of the running ones. */
    static void require(List<String> instances, Optional<Integer> any) {
        Checks.require(instances.isEmpty() == any.isPresent(), "either instances or any is expected");
        Checks.require(any.isEmpty() || any.get() >= 1, "any must be a whole number from 1");
    }
}
