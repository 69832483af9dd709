package dev.elasticrecognition.domain.ledger;

import dev.elasticrecognition.domain.recognition.SentRequests;
import dev.elasticrecognition.domain.recognition.Submission;
import java.time.InstantSource;
import java.util.List;

/** Writes down what this front end has sent, many requests at a time, so that it costs them no time. */
public final class KeepJournal {

    private final SentRequests sent;
    private final SentJournal journal;
    private final InstantSource clock;

    public KeepJournal(SentRequests sent, SentJournal journal, InstantSource clock) {
        this.sent = sent;
        this.journal = journal;
        this.clock = clock;
    }

    /** Writes down what was sent since the last time. What can't be written is kept for the next. */
    public void keep() {
        List<Submission> unrecorded = sent.takeUnrecorded();
        if (unrecorded.isEmpty()) {
            return;
        }
        try {
            journal.write(
                    clock.instant(), unrecorded.stream().map(SentRequest::of).toList());
        } catch (RuntimeException e) {
            sent.returnUnrecorded(unrecorded);
            throw e;
        }
    }
}
