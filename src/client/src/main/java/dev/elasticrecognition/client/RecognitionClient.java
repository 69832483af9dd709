package dev.elasticrecognition.client;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/**
 * Talks to one service. Safe for many threads; close it when done.
 *
 * <p>Every call ends: a connection gets 5 s, an answer 15 s more than the service was asked to wait, and a request whose
 * failure may pass (no connection, 429, 502, 503, 504, or 409 while the try before is still under way) is repeated with
 * growing pauses, or after the pause that the service asked for, until its time is over. All tries of one request carry the same {@code Idempotency-Key}.
 *
 * <p>Methods throw a {@link ProblemException} when the service refused, an {@link UnreachableException} when it could not be
 * reached, and an {@link IncomprehensibleAnswerException} when something else answered.
 */
public final class RecognitionClient implements AutoCloseable {

    private static final Duration SUBMIT_PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Endpoint endpoint;
    private final RetryPolicy policy;

    public RecognitionClient(URI service) {
        this(service, RetryPolicy.DEFAULT);
    }

    public RecognitionClient(URI service, RetryPolicy policy) {
        this.endpoint = new Endpoint(service);
        this.policy = policy;
    }

    /** Sends an image and doesn't wait for its label. */
    public Recognition submit(Image image) throws InterruptedException {
        return submit(image, newKey());
    }

    /**
     * Sends an image under a key of the caller's own, and doesn't wait for its label. The same image under the same key is the
     * same request for a day, whoever sends it, also after this one has given up.
     *
     * @param key 1 to 200 printable characters
     */
    public Recognition submit(Image image, String key) throws InterruptedException {
        return send(image, key, Duration.ZERO, Deadline.in(SUBMIT_PATIENCE));
    }

    /** Sends a file and doesn't wait for its label. */
    public Recognition submit(Path file) throws IOException, InterruptedException {
        return submit(Image.of(file));
    }

    /** What is known of a recognition, after at most so long a wait for its end. The service waits 60 s at most. */
    public Recognition find(String id, Duration wait) throws InterruptedException {
        Deadline patience = Deadline.in(wait.plus(SUBMIT_PATIENCE));
        return new Retries(policy, patience).of(() -> endpoint.get(id, wait));
    }

    /** Sends an image and waits for its label; {@link Recognition.Waiting} if there is none when patience is over. */
    public Recognition recognize(Image image, Duration patience) throws InterruptedException {
        Deadline deadline = Deadline.in(patience);
        Recognition latest = send(image, newKey(), waitWithin(deadline), deadline);
        while (latest instanceof Recognition.Waiting && !deadline.isOver()) {
            latest = look(latest.id(), deadline);
        }
        return latest;
    }

    /** Sends a file and waits for its label; {@link Recognition.Waiting} if there is none when patience is over. */
    public Recognition recognize(Path file, Duration patience) throws IOException, InterruptedException {
        return recognize(Image.of(file), patience);
    }

    /** Whether the service says that it is ready to work. */
    public boolean isReady() {
        return endpoint.isReady();
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private Recognition send(Image image, String key, Duration wait, Deadline deadline) throws InterruptedException {
        return new Retries(policy, deadline).of(() -> post(image, key, wait));
    }

    private Recognition post(Image image, String key, Duration wait) {
        EntityPart part = image.part();
        return endpoint.post(part, key, wait);
    }

    /** Asks once; when the service didn't use the wait that it was given, waits here, so that this is no busy loop. */
    private Recognition look(String id, Deadline deadline) throws InterruptedException {
        Deadline next = Deadline.in(BETWEEN_LOOKS).orSooner(deadline);
        Recognition latest = new Retries(policy, deadline).of(() -> endpoint.get(id, waitWithin(deadline)));
        if (latest instanceof Recognition.Waiting) {
            Thread.sleep(next.remaining().toMillis());
        }
        return latest;
    }

    private static Duration waitWithin(Deadline deadline) {
        Duration remaining = deadline.remaining();
        return remaining.compareTo(LONGEST_WAIT) < 0 ? remaining : LONGEST_WAIT;
    }
}
