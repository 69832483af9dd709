package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.ledger.SentJournal;
import dev.elasticrecognition.domain.ledger.SentRequest;
import dev.elasticrecognition.domain.messaging.Unavailable;
import java.time.Instant;
import java.util.List;

/** A journal whose store can't be reached. */
final class UnwritableJournal implements SentJournal {

    @Override
    public void write(Instant at, List<SentRequest> sent) {
        throw away();
    }

    @Override
    public List<SentRequest> since(Instant time) {
        throw away();
    }

    @Override
    public void forgetBefore(Instant time) {
        throw away();
    }

    private static Unavailable away() {
        return new Unavailable("reach the journal", new IllegalStateException("it is away"));
    }
}
