package dev.elasticrecognition.domain.messaging;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Keeps leases from lapsing while their messages are worked on: whoever works on one has it {@linkplain #keep kept}, and
 * {@link #extend} is called once in each {@linkplain #period() period}. A lease that can't be extended in time counts as
 * lost, by this process's own clock, whatever the queue says. Nobody waits for a completion: it is done apart, so that
 * several can be done at once. Safe for use by several threads.
 */
public final class KeepLeases {

    private static final Logger LOG = System.getLogger(KeepLeases.class.getName());

    /** SQS leases no message for longer, however often it is asked to. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Duration visibilityTimeout;
    private final Executor completing;
    private final InstantSource clock;
    private final Set<Kept<?>> kept = ConcurrentHashMap.newKeySet();

    /**
     * @param visibilityTimeout for how long the queue leases a message, more than zero
     * @param completing where completions wait for the queue; each may wait for others
     */
    public KeepLeases(Duration visibilityTimeout, Executor completing, InstantSource clock) {
        this.visibilityTimeout = visibilityTimeout;
        this.completing = completing;
        this.clock = clock;
    }

    /** A third of the visibility timeout, so that one extension may fail without harm. */
    public Duration period() {
        return visibilityTimeout.dividedBy(3);
    }

    /**
     * Begins to keep a lease, which was received just now, until it is completed, extended by hand or released.
     *
     * @param over runs once, when it is kept no longer and nothing is under way for it
     */
    public <T> KeptLease<T> keep(Lease<T> lease, Runnable over) {
        Kept<T> holding = new Kept<>(lease, over, clock.instant());
        kept.add(holding);
        return holding;
    }

    /**
     * The leases that are due to be extended, each as an action that waits for the queue and throws nothing. Those that were
     * received or extended within half a period have time until the next one.
     */
    public List<Runnable> extend() {
        Instant due = clock.instant().plus(visibilityTimeout).minus(period().dividedBy(2));
        return kept.stream()
                .filter(lease -> lease.isHeld() && !lease.until.isAfter(due))
                .<Runnable>map(lease -> lease::extend)
                .toList();
    }

    private final class Kept<T> implements KeptLease<T> {

        private final Lease<T> lease;
        private final Runnable over;
        private final Instant since;
        private volatile Instant until;

        Kept(Lease<T> lease, Runnable over, Instant since) {
            this.lease = lease;
            this.over = over;
            this.since = since;
            this.until = since.plus(visibilityTimeout);
        }

        @Override
        public T message() {
            return lease.message();
        }

        @Override
        public int receiveCount() {
            return lease.receiveCount();
        }

        @Override
        public Duration waited() {
            return lease.waited();
        }

        @Override
        public boolean isHeld() {
            return clock.instant().isBefore(until);
        }

        @Override
        public void complete() {
            completing.execute(() -> {
                try {
                    end(lease::complete);
                } catch (RuntimeException e) {
                    LOG.log(Level.WARNING, "An answered message comes again. {0}", e.getMessage());
                }
            });
        }

        @Override
        public void extend(Duration visibility) {
            end(() -> lease.extend(visibility));
        }

        @Override
        public void release() {
            end(() -> {});
        }

        /** While an extension is under way, the lease doesn't end, and the other way round. */
        private synchronized void end(Runnable last) {
            if (kept.remove(this)) {
                try {
                    last.run();
                } finally {
                    over.run();
                }
            }
        }

        synchronized void extend() {
            Instant now = clock.instant();
            Instant wanted = now.plus(visibilityTimeout);
            Instant longest = since.plus(LONGEST);
            Instant next = wanted.isBefore(longest) ? wanted : longest;
            if (!kept.contains(this) || !isHeld() || !next.isAfter(until)) {
                return;
            }
            try {
                lease.extend(Duration.between(now, next));
                until = next;
            } catch (LeaseLost lost) {
                until = now;
                LOG.log(Level.WARNING, lost.getMessage());
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "A lease is extended a little later. {0}", e.getMessage());
            }
        }
    }
}
