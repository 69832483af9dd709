package dev.elasticrecognition.client;

import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.glassfish.jersey.media.sse.EventInput;
import org.glassfish.jersey.media.sse.InboundEvent;

/** Tells the end of each of some recognitions as it comes, over as many connections as that takes. */
final class FollowedRecognitions extends Spliterators.AbstractSpliterator<Recognition> implements AutoCloseable {

    private static final Duration BEFORE_RECONNECTING = Duration.ofMillis(500);

    private final Endpoint endpoint;
    private final RetryPolicy policy;
    private final List<String> ids;
    private final Deadline deadline;
    private Optional<EventInput> connection = Optional.empty();
    private Optional<String> lastEventId = Optional.empty();
    private boolean over;

    FollowedRecognitions(Endpoint endpoint, RetryPolicy policy, List<String> ids, Deadline deadline) {
        super(ids.size(), Spliterator.NONNULL);
        this.endpoint = endpoint;
        this.policy = policy;
        this.ids = ids;
        this.deadline = deadline;
    }

    @Override
    public boolean tryAdvance(Consumer<? super Recognition> action) {
        Optional<Recognition> next = Optional.empty();
        while (next.isEmpty() && !over && !deadline.isOver()) {
            next = connection.or(this::connect).flatMap(this::read);
        }
        next.ifPresentOrElse(action, this::close);
        return next.isPresent();
    }

    @Override
    public void close() {
        over = true;
        connection.ifPresent(EventInput::close);
    }

    private Optional<EventInput> connect() {
        try {
            connection = new Retries(policy, deadline).of(() -> endpoint.events(ids, lastEventId));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        over = connection.isEmpty();
        return connection;
    }

    private Optional<Recognition> read(EventInput events) {
        InboundEvent event = events.isClosed() ? null : events.read();
        if (event == null) {
            pause();
            return Optional.empty();
        }
        lastEventId = Optional.ofNullable(event.getId()).or(() -> lastEventId);
        over = "done".equals(event.getName());
        return "recognition".equals(event.getName()) ? Optional.of(recognition(event)) : Optional.empty();
    }

    private void pause() {
        connection = Optional.empty();
        try {
            Thread.sleep(BEFORE_RECONNECTING.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private CancellationException interrupted(InterruptedException e) {
        close();
        Thread.currentThread().interrupt();
        return (CancellationException) new CancellationException("interrupted").initCause(e);
    }

    private static Recognition recognition(InboundEvent event) {
        try (var reader = jakarta.json.Json.createReader(new StringReader(event.readData()))) {
            JsonObject document = reader.readObject();
            return Json.recognition(document);
        }
    }
}
