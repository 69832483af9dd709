package dev.elasticrecognition.domain.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The decisions that had consequences, for operators to read. */
public interface DecisionLog {

    /** Adds a decision; one with the same id and time is replaced. */
    void add(DecisionRecord decision);

    /** All decisions, newest first, as {@link #page(Filter, Optional, int)} gives them. */
    default Page page(Optional<String> cursor, int limit) {
        return page(Filter.NONE, cursor, limit);
    }

    /**
     * Decisions, newest first. So many are looked at, and those that pass the filter by what was done are returned; so there
     * may be fewer of them, or none, although there is a next page.
     *
     * @param filter which ones
     * @param cursor where the page before ended; empty to begin with the newest
     * @param limit the most to return, 1 to 1000
     * @throws IllegalArgumentException if the cursor is none, or the limit is out of range
     */
    Page page(Filter filter, Optional<String> cursor, int limit);

    /** Forgets what was decided before an instant. */
    void forgetBefore(Instant start);

    /**
     * Which decisions are wanted.
     *
     * @param from those at or after this instant
     * @param to those before this one
     * @param acted only those upon which something was done
     */
    record Filter(Optional<Instant> from, Optional<Instant> to, boolean acted) {

        public static final Filter NONE = new Filter(Optional.empty(), Optional.empty(), false);

        /** Whether it wants a decision, whenever it was taken. */
        public boolean wantsActsOf(DecisionRecord decision) {
            return !acted || !decision.acts().isEmpty();
        }
    }

    /**
     * Some decisions.
     *
     * @param next the cursor of the page after this one; empty if there is none
     */
    record Page(List<DecisionRecord> decisions, Optional<String> next) {

        public Page {
            decisions = List.copyOf(decisions);
        }
    }
}
