package dev.elasticrecognition.domain.scaling;

/**
 * One instance for so many requests: <i>need = ⌈work / requests⌉</i>. With one request it is the rule of the course that
 * this service goes back to: an instance for each waiting message.
 *
 * @param requests that one instance is trusted with, 1 or more
 */
public record BacklogPerInstance(int requests) implements ScalingPolicy {

    public BacklogPerInstance {
        if (requests < 1) {
            throw new IllegalArgumentException("An instance is trusted with 1 or more requests, not " + requests);
        }
    }

    @Override
    public ScalingDecision decide(Observation now, RecentNeeds past) {
        int work = now.demand().work();
        int need = (work + requests - 1) / requests;
        return ScalingDecision.of(
                need,
                "%d requests, %d for each instance: %d".formatted(work, requests, need),
                "%d take up to %d requests".formatted(need, need * requests),
                need == 0 ? "nothing is to be done" : "%d take only %d".formatted(need - 1, (need - 1) * requests));
    }
}
