package dev.elasticrecognition.client.load;

import dev.elasticrecognition.client.Credentials;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A service's REST interface, to which pictures are sent one after another, from the first again after the last. Each is to be
 * looked at by the model ({@code Cache-Control: no-cache}), although the service has seen it before. No request is sent twice:
 * what is refused is an outcome. What was accepted is asked for until it has ended or patience has.
 */
public final class PictureTarget implements Target {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration BEYOND_WAIT = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final AtomicLong given = new AtomicLong();
    private final URI recognitions;
    private final Credentials caller;
    private final List<byte[]> pictures;
    private final Duration patience;

    /**
     * A target.
     *
     * @param service where it is, http or https
     * @param caller who sends
     * @param pictures the contents of files, one or more, not to be changed afterwards
     * @param patience the longest wait for one label
     */
    public PictureTarget(URI service, Credentials caller, List<byte[]> pictures, Duration patience) {
        this.caller = caller;
        this.recognitions = URI.create(service.toString().replaceAll("/+$", "") + "/api/recognitions");
        this.pictures = List.copyOf(pictures);
        this.patience = patience;
    }

    @Override
    public CompletableFuture<Outcome> send() {
        long deadline = System.nanoTime() + patience.toNanos();
        byte[] picture = pictures.get((int) (given.getAndIncrement() % pictures.size()));
        HttpRequest post = request(recognitions, waitUntil(deadline))
                .header("Content-Type", "application/octet-stream")
                .header("Cache-Control", "no-cache")
                .POST(BodyPublishers.ofByteArray(picture))
                .build();
        return exchange(post)
                .thenCompose(response -> afterPost(response, deadline))
                .exceptionally(PictureTarget::broken);
    }

    private CompletableFuture<Outcome> afterPost(HttpResponse<String> response, long deadline) {
        if (response.statusCode() / 100 == 2) {
            return ended(response, deadline);
        }
        JsonObject problem = problem(response);
        return CompletableFuture.completedFuture(
                problem.containsKey("id")
                        ? Outcome.failed(reason(problem, response))
                        : new Outcome(Outcome.Kind.REFUSED, reason(problem, response), pause(response)));
    }

    /** The end that an answer tells, or what comes of asking again. */
    private CompletableFuture<Outcome> ended(HttpResponse<String> response, long deadline) {
        JsonObject recognition = json(response);
        return switch (recognition.getString("status")) {
            case "succeeded" -> CompletableFuture.completedFuture(Outcome.ANSWERED);
            case "failed" ->
                CompletableFuture.completedFuture(
                        Outcome.failed(reason(recognition.getJsonObject("problem"), response)));
            default -> look(recognition.getString("id"), deadline, Duration.ZERO);
        };
    }

    private CompletableFuture<Outcome> look(String id, long deadline, Duration pause) {
        if (System.nanoTime() + pause.toNanos() >= deadline) {
            return CompletableFuture.completedFuture(
                    Outcome.failed("no answer within %d s".formatted(patience.toSeconds())));
        }
        long begun = System.nanoTime() + pause.toNanos();
        Executor then = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS);
        return CompletableFuture.supplyAsync(() -> asking(id, deadline), then)
                .thenCompose(this::exchange)
                .thenApply(Optional::of)
                .exceptionally(broken -> Optional.empty())
                .thenCompose(response -> afterLook(id, response, begun, deadline));
    }

    private CompletableFuture<Outcome> afterLook(
            String id, Optional<HttpResponse<String>> answer, long begun, long deadline) {
        if (answer.isEmpty()) {
            return look(id, deadline, PAUSE);
        }
        HttpResponse<String> response = answer.get();
        if (PASSING.contains(response.statusCode())) {
            return look(id, deadline, pause(response));
        }
        if (response.statusCode() / 100 != 2) {
            return CompletableFuture.completedFuture(Outcome.failed(reason(problem(response), response)));
        }
        boolean waited = System.nanoTime() - begun >= PAUSE.toNanos();
        if (!waited && "waiting".equals(json(response).getString("status"))) {
            return look(id, deadline, PAUSE);
        }
        return ended(response, deadline);
    }

    private HttpRequest asking(String id, long deadline) {
        return request(URI.create(recognitions + "/" + id), waitUntil(deadline))
                .GET()
                .build();
    }

    private CompletableFuture<HttpResponse<String>> exchange(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(URI uri, Duration wait) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri + "?wait=" + wait.toSeconds()))
                .timeout(wait.plus(BEYOND_WAIT))
                .header("Accept", "application/json, application/problem+json");
        caller.authorization().ifPresent(header -> request.header("Authorization", header));
        return request;
    }

    private static Duration waitUntil(long deadline) {
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        return left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT;
    }

    /** A connection that can't be had or breaks, or an answer that isn't this service's. */
    private static Outcome broken(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        String reason = cause instanceof IOException
                ? "no connection, or it broke: " + cause.getClass().getSimpleName()
                : "an answer that isn't this service's: " + cause.getMessage();
        return new Outcome(Outcome.Kind.FAILED, reason, PAUSE);
    }

    /** The kind of problem, without what is said of this very request. */
    private static String reason(JsonObject problem, HttpResponse<String> response) {
        String type = problem.getString("type", "about:blank");
        return "about:blank".equals(type)
                ? "status " + response.statusCode()
                : type.substring(type.lastIndexOf(':') + 1);
    }

    private static JsonObject problem(HttpResponse<String> response) {
        boolean told = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        return told ? json(response) : JsonObject.EMPTY_JSON_OBJECT;
    }

    private static JsonObject json(HttpResponse<String> response) {
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new IllegalArgumentException(
                    "status %d without the JSON that it comes with".formatted(response.statusCode()), e);
        }
    }

    /** What {@code Retry-After} asks for in seconds, which is how this service says it. */
    private static Duration pause(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(PAUSE);
    }
}
