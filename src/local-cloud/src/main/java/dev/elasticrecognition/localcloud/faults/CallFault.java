package dev.elasticrecognition.localcloud.faults;

import dev.elasticrecognition.localcloud.ec2.Action;
import dev.elasticrecognition.localcloud.ec2.QueryParameters;
import java.util.List;

/** A call that goes wrong. */
sealed interface CallFault extends Fault permits Throttle, InternalFailure, LostAnswer {

    /** The names of the actions that it concerns; none stands for all. */
    List<String> actions();

    /** The action as it goes with this fault. */
    Action.Answer perform(Action action, QueryParameters request);

    default boolean concerns(String action) {
        return actions().isEmpty() || actions().contains(action);
    }
}
