package dev.elasticrecognition.client;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Talks to one service. Safe for many threads; close it when done.
 *
 * <p>Every call ends: a connection gets 5 s, an answer 15 s more than the service was asked to wait, and a request whose
 * failure may pass (no connection, 408, 429, 502, 503, 504, or its first try still being taken in) is repeated with growing pauses, or after the pause that the service
 * asked for, until its time is over. All tries of one request carry the same {@code Idempotency-Key}.
 *
 * <p>Methods throw a {@link ProblemException} when the service refused, an {@link UnreachableException} when it could not be
 * reached, and an {@link IncomprehensibleAnswerException} when something else answered.
 */
public final class RecognitionClient implements AutoCloseable {

    private static final Duration SUBMIT_PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private static final int MOST_FOLLOWED = 100;

    private final Http http;
    private final Endpoint endpoint;
    private final RetryPolicy policy;

    /** For a service that asks nobody who he is. */
    public RecognitionClient(URI service) {
        this(service, Credentials.none());
    }

    /** For a service that is to know who calls. */
    public RecognitionClient(URI service, Credentials credentials) {
        this(service, credentials, RetryPolicy.DEFAULT);
    }

    /**
     * With pauses of one's own.
     *
     * @throws IllegalArgumentException if the service's address is no http or https URL
     */
    public RecognitionClient(URI service, Credentials credentials, RetryPolicy policy) {
        this.http = new Http(service, credentials);
        this.endpoint = new Endpoint(http);
        this.policy = policy;
    }

    /** Sends an image and doesn't wait for its label. */
    public Recognition submit(Image image) throws InterruptedException {
        return send(image, UUID.randomUUID().toString(), Duration.ZERO, Deadline.in(SUBMIT_PATIENCE));
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
        return recognize(image, UUID.randomUUID().toString(), patience);
    }

    /**
     * The same for a request that has a name of its own.
     *
     * @param idempotencyKey 1 to 200 printable characters; with the same key and the same image, however often it is sent
     *     within a day and by whichever process, it is one request
     */
    public Recognition recognize(Image image, String idempotencyKey, Duration patience) throws InterruptedException {
        Deadline deadline = Deadline.in(patience);
        Recognition latest = send(image, idempotencyKey, waitWithin(deadline), deadline);
        while (latest instanceof Recognition.Waiting && !deadline.isOver()) {
            latest = look(latest.id(), deadline);
        }
        return latest;
    }

    /** Sends a file and waits for its label; {@link Recognition.Waiting} if there is none when patience is over. */
    public Recognition recognize(Path file, Duration patience) throws IOException, InterruptedException {
        return recognize(Image.of(file), patience);
    }

    /**
     * Sends images and gives what became of each as soon as it is known, in whatever order that is. Images are only taken and
     * read when there is a place free, so the stream of sources may be without end. One that fails doesn't end the others.
     *
     * @param sources what the images come from; taken by whoever takes outcomes, read by the threads that send
     * @param atOnce images under way at the same time, 1 or more, a thread each
     * @param patience for each image, from when it is sent
     * @return to be closed, which breaks off what is under way
     */
    public <S extends ImageSource> Stream<Outcome<S>> recognizeAll(
            Stream<? extends S> sources, int atOnce, Duration patience) {
        var many = new ManyRecognitions<S>(this, sources.iterator(), atOnce, patience);
        return StreamSupport.stream(many, false).onClose(many::close).onClose(sources::close);
    }

    /**
     * Tells the end of each recognition as it comes, and ends when all have ended or patience is over. Broken connections are
     * made anew; nothing is told twice.
     *
     * @param ids of 1 to 100 recognitions
     * @param patience may be exceeded by half a minute while nothing comes
     * @return to be closed, which ends the connection
     */
    public Stream<Recognition> follow(List<String> ids, Duration patience) {
        if (ids.isEmpty() || ids.size() > MOST_FOLLOWED) {
            throw new IllegalArgumentException(
                    "1 to %d recognitions can be followed at once, not %d".formatted(MOST_FOLLOWED, ids.size()));
        }
        var followed = new FollowedRecognitions(endpoint, policy, List.copyOf(ids), Deadline.in(patience));
        return StreamSupport.stream(followed, false).onClose(followed::close);
    }

    /**
     * Ends a recognition that has no answer yet; harmless to repeat.
     *
     * @return {@link Recognition.Failed} with the kind {@link ProblemKind#CANCELLED}
     * @throws ProblemException of the kind {@link ProblemKind#ALREADY_ANSWERED} if it comes too late
     */
    public Recognition cancel(String id) throws InterruptedException {
        return new Retries(policy, Deadline.in(SUBMIT_PATIENCE)).of(() -> endpoint.delete(id));
    }

    /** Whether the service says that it is ready to work. */
    public boolean isReady() {
        return endpoint.isReady();
    }

    @Override
    public void close() {
        http.close();
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
