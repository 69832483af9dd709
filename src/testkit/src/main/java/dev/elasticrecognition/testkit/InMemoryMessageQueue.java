package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.messaging.Backlog;
import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * A queue in memory whose leases lapse by a given clock. A receive never waits: what isn't there now isn't there.
 *
 * @param <T> what a message says
 */
public final class InMemoryMessageQueue<T> implements MessageQueue<T> {

    private final InstantSource clock;
    private final Duration visibilityTimeout;
    private final List<Entry> entries = new ArrayList<>();

    public InMemoryMessageQueue(InstantSource clock, Duration visibilityTimeout) {
        this.clock = clock;
        this.visibilityTimeout = visibilityTimeout;
    }

    @Override
    public synchronized void send(T message) {
        entries.add(new Entry(message, clock.instant()));
    }

    @Override
    public synchronized List<Lease<T>> receive(int atMost, Duration wait) {
        List<Lease<T>> leases = new ArrayList<>();
        for (Entry entry : entries) {
            if (leases.size() < atMost && entry.isVisible()) {
                leases.add(entry.leased());
            }
        }
        return leases;
    }

    @Override
    public synchronized Backlog backlog() {
        int visible = (int) entries.stream().filter(Entry::isVisible).count();
        return new Backlog(visible, entries.size() - visible, 0);
    }

    private final class Entry implements Lease<T> {

        private final T message;
        private final Instant sentAt;
        private Instant visibleAt;
        private Duration waited;
        private int receiveCount;

        Entry(T message, Instant sentAt) {
            this.message = message;
            this.sentAt = sentAt;
            this.visibleAt = sentAt;
        }

        boolean isVisible() {
            return !visibleAt.isAfter(clock.instant());
        }

        Entry leased() {
            receiveCount++;
            if (receiveCount == 1) {
                waited = Duration.between(sentAt, clock.instant());
            }
            visibleAt = clock.instant().plus(visibilityTimeout);
            return this;
        }

        @Override
        public T message() {
            return message;
        }

        @Override
        public int receiveCount() {
            return receiveCount;
        }

        @Override
        public Duration waited() {
            return waited;
        }

        @Override
        public void complete() {
            synchronized (InMemoryMessageQueue.this) {
                entries.remove(this);
            }
        }

        @Override
        public void extend(Duration visibility) {
            synchronized (InMemoryMessageQueue.this) {
                visibleAt = clock.instant().plus(visibility);
            }
        }
    }
}
