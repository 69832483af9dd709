package dev.elasticrecognition.client.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What became of each request since the beginning, which is when this is made. Safe for use by several threads. */
public final class Recording {

    private final long start = System.nanoTime();
    private final Instant startedAt = Instant.now();
    private final List<Sample> samples = new ArrayList<>();
    private long begun;

    /** Nanoseconds since the beginning. */
    long now() {
        return System.nanoTime() - start;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** Sends a request now, and keeps what becomes of it. */
    CompletableFuture<Outcome> send(long intended, Target target) {
        long sent = begin();
        return target.send().handle((outcome, failure) -> {
            Outcome end = failure == null ? outcome : Outcome.failed(failure.toString());
            end(new Sample(intended, sent, now(), end));
            return end;
        });
    }

    /** Returns when every request that was sent has ended. */
    synchronized void awaitAll() throws InterruptedException {
        while (samples.size() < begun) {
            wait();
        }
    }

    /** What has ended so far. */
    synchronized List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** Whether every request got its label. */
    public boolean isAllAnswered() {
        return samples().stream().allMatch(Sample::isAnswered);
    }

    /** How far it is, in a few words. */
    public synchronized String progress() {
        long answered = samples.stream().filter(Sample::isAnswered).count();
        return "%d sent, %d answered, %d under way, %d failed or refused"
                .formatted(begun, answered, begun - samples.size(), samples.size() - answered);
    }

    private synchronized long begin() {
        begun++;
        return now();
    }

    private synchronized void end(Sample sample) {
        samples.add(sample);
        if (samples.size() == begun) {
            notifyAll();
        }
    }
}
