package dev.elasticrecognition.localcloud.faults;

import dev.elasticrecognition.localcloud.ec2.Action;
import dev.elasticrecognition.localcloud.ec2.QueryParameters;
import dev.elasticrecognition.localcloud.errors.ErrorCode;
import dev.elasticrecognition.localcloud.errors.ServiceError;
import java.util.List;
import java.util.Optional;

/** A failure of the cloud before the call is carried out. */
record InternalFailure(List<String> actions, Optional<Integer> times, Optional<Double> share) implements CallFault {

    InternalFailure {
        actions = Checks.orNone(actions);
        Checks.requireOccasions(times, share);
    }

    @Override
    public Action.Answer perform(Action action, QueryParameters request) {
        throw error();
    }

    static ServiceError error() {
        return ErrorCode.INTERNAL_ERROR.error("An internal error has occurred");
    }
}
