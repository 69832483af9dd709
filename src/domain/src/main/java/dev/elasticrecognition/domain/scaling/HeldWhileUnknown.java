package dev.elasticrecognition.domain.scaling;

/** Doesn't scale in while the queue or the cloud can't be asked: unknown is not zero. What is known may still scale out. */
public record HeldWhileUnknown(ScalingPolicy inner) implements ScalingPolicy {

    @Override
    public ScalingDecision decide(Observation now, RecentNeeds past) {
        ScalingDecision decision = inner.decide(now, past);
        int capacity = now.supply().capacity();
        if (!now.demand().isKnown()) {
            return decision.raisedTo(capacity, "the queue can't be asked, so nothing is taken away");
        }
        if (!now.supply().known()) {
            return decision.raisedTo(capacity, "the cloud can't be asked, so nothing is taken away");
        }
        return decision;
    }
}
