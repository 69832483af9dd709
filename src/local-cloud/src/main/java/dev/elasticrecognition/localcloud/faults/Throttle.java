package dev.elasticrecognition.localcloud.faults;

import dev.elasticrecognition.localcloud.ec2.Action;
import dev.elasticrecognition.localcloud.ec2.QueryParameters;
import dev.elasticrecognition.localcloud.errors.ErrorCode;
import java.util.List;
import java.util.Optional;

/** Too many calls: refused, and not carried out. */
record Throttle(List<String> actions, Optional<Integer> times, Optional<Double> share) implements CallFault {

    Throttle {
        actions = Checks.orNone(actions);
        Checks.requireOccasions(times, share);
    }

    @Override
    public Action.Answer perform(Action action, QueryParameters request) {
        throw ErrorCode.REQUEST_LIMIT_EXCEEDED.error("Request limit exceeded.");
    }
}
