package dev.elasticrecognition.domain.ledger;

import java.time.Instant;
import java.util.List;

/** Where front ends write down which requests they sent to the queue. Safe for use by several threads. */
public interface SentJournal {

    /**
     * Writes an entry.
     *
     * @param at the time now
     * @param sent one request or more
     */
    void write(Instant at, List<SentRequest> sent);

    /** What was written at a time or later, by any front end, in no particular order. */
    List<SentRequest> since(Instant time);

    /** Forgets the entries that were written before a time. */
    void forgetBefore(Instant time);
}
