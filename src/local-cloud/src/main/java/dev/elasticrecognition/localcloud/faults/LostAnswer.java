package dev.elasticrecognition.localcloud.faults;

import dev.elasticrecognition.localcloud.ec2.Action;
import dev.elasticrecognition.localcloud.ec2.AnswerLost;
import dev.elasticrecognition.localcloud.ec2.QueryParameters;
import java.util.List;
import java.util.Optional;

/**
 * A failure of the cloud after the call was carried out. A call that is refused for another reason is answered as ever.
 *
 * @param cut whether the connection is closed without an answer; else the answer is an internal error
 */
record LostAnswer(List<String> actions, boolean cut, Optional<Integer> times, Optional<Double> share)
        implements CallFault {

    LostAnswer {
        actions = Checks.orNone(actions);
        Checks.requireOccasions(times, share);
    }

    @Override
    public Action.Answer perform(Action action, QueryParameters request) {
        action.perform(request);
        throw cut ? new AnswerLost() : InternalFailure.error();
    }
}
