package dev.elasticrecognition.systemtests;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Server-sent events, as a browser reads them. */
final class EventStream implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpResponse<InputStream> answer;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final Thread reader = new Thread(this::read, "reader of events");

    private EventStream(HttpResponse<InputStream> answer) {
        this.answer = answer;
        reader.start();
    }

    /** Follows requests; {@code lastEventId} is what was told before, or empty. */
    static EventStream of(Rest rest, String lastEventId, String... ids) {
        Rest client = lastEventId.isEmpty() ? rest : rest.with("Last-Event-ID", lastEventId);
        return new EventStream(client.open("/api/recognitions/events?id=" + String.join("&id=", ids)));
    }

    int status() {
        return answer.statusCode();
    }

    /** Waits until so many events of a kind have come. */
    List<Event> await(String name, int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> named(name).size() >= count);
        return named(name);
    }

    /** The events of a kind that have come so far. */
    List<Event> named(String name) {
        return events.stream().filter(event -> event.name().equals(name)).toList();
    }

    /** Waits until so many comments have come. */
    void awaitComments(int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> comments.size() >= count);
    }

    /** Waits until the server ends the stream. */
    void awaitEnd() {
        Awaitility.await().atMost(PATIENCE).until(() -> !reader.isAlive());
    }

    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            Event event = Event.NONE;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) {
                    comments.add(line);
                } else if (!line.isEmpty()) {
                    event = event.with(line);
                } else if (!event.equals(Event.NONE)) {
                    events.add(event);
                    event = Event.NONE;
                }
            }
        } catch (IOException closed) {
            comments.add("closed: " + closed.getMessage());
        }
    }

    /** One event; fields that it doesn't have are empty. */
    record Event(String name, String id, String retry, String data) {

        static final Event NONE = new Event("", "", "", "");

        JsonObject json() {
            try (var reader = Json.createReader(new StringReader(data))) {
                return reader.readObject();
            }
        }

        private Event with(String line) {
            String value = Stream.of(line.split(": ", 2)).skip(1).findFirst().orElse("");
            return switch (line.split(":", 2)[0]) {
                case "event" -> new Event(value, id, retry, data);
                case "id" -> new Event(name, value, retry, data);
                case "retry" -> new Event(name, id, value, data);
                case "data" -> new Event(name, id, retry, data + value);
                default -> throw new IllegalStateException("No field of an event: " + line);
            };
        }
    }
}
