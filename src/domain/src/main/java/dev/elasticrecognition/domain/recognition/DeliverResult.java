package dev.elasticrecognition.domain.recognition;

import dev.elasticrecognition.domain.messaging.Lease;

/** Hands an announced result to whoever waits for it at this front end. If nobody does, the store has it. */
public final class DeliverResult {

    private final AwaitedResults awaited;

    public DeliverResult(AwaitedResults awaited) {
        this.awaited = awaited;
    }

    public void deliver(Lease<RecognitionResult> lease) {
        awaited.arrived(lease.message());
        lease.complete();
    }
}
