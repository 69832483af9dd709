package dev.elasticrecognition.domain.recognition;

import dev.elasticrecognition.domain.messaging.Lease;

/** Hands an announced result to whoever waits for it at this front end. If nobody does, the store has it. */
public final class DeliverResult {

    private final AwaitedResults awaited;
    private final SentRequests sent;

    public DeliverResult(AwaitedResults awaited, SentRequests sent) {
        this.awaited = awaited;
        this.sent = sent;
    }

    public void deliver(Lease<RecognitionResult> lease) {
        sent.answered(lease.message().id());
        awaited.arrived(lease.message());
        lease.complete();
    }
}
