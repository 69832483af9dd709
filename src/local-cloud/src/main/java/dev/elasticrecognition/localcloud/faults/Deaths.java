package dev.elasticrecognition.localcloud.faults;

import java.util.List;
import java.util.Optional;

/** Who shall die, at once and without notice. */
record Deaths(List<String> instances, Optional<Integer> any) implements Victims {

    Deaths {
        instances = Checks.orNone(instances);
        Victims.require(instances, any);
    }
}
