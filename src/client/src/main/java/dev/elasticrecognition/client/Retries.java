package dev.elasticrecognition.client;

import java.time.Duration;
import java.util.function.Supplier;

/** Repeats a request while its failure may pass and patience lasts; then throws the last failure. */
final class Retries {

    private final RetryPolicy policy;
    private final Deadline patience;
    private int failures;
    private Deadline outage;

    Retries(RetryPolicy policy, Deadline patience) {
        this.policy = policy;
        this.patience = patience;
    }

    <T> T of(Supplier<T> request) throws InterruptedException {
        while (true) {
            try {
                return request.get();
            } catch (RecognitionException failure) {
                pauseOrGiveUp(failure);
            }
        }
    }

    private void pauseOrGiveUp(RecognitionException failure) throws InterruptedException {
        Duration pause = policy.pauseAfter(++failures, failure);
        if (!failure.isPassing() || giveUpAt(failure).isBefore(pause)) {
            throw failure;
        }
        Thread.sleep(pause.toMillis());
    }

    private Deadline giveUpAt(RecognitionException failure) {
        if (!(failure instanceof UnreachableException)) {
            outage = null;
            return patience;
        }
        if (outage == null) {
            outage = Deadline.in(policy.outage());
        }
        return patience.orSooner(outage);
    }
}
