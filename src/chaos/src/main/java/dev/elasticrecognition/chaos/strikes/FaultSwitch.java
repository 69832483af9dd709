package dev.elasticrecognition.chaos.strikes;

import dev.elasticrecognition.chaos.schedule.Accident;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The local cloud's {@code /faults}: several accidents may have theirs there at a time. */
final class FaultSwitch {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final URI faults;
    private final String authorization;
    private final long seed;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<Accident, String> on = new LinkedHashMap<>();

    /**
     * @param accessKey id and secret, with a colon between
     * @param seed from which faults draw which calls they strike
     */
    FaultSwitch(URI faults, String accessKey, long seed) {
        this.faults = faults;
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(accessKey.getBytes(StandardCharsets.UTF_8));
        this.seed = seed;
    }

    /** Adds an accident's fault, a JSON object. */
    synchronized void add(Accident accident, String fault) throws IOException, InterruptedException {
        on.put(accident, fault);
        put();
    }

    /** Removes it. */
    synchronized void remove(Accident accident) throws IOException, InterruptedException {
        on.remove(accident);
        put();
    }

    /** Kills instances. */
    void kill(String instance) throws IOException, InterruptedException {
        call("POST", "/deaths", "{\"instances\": [\"%s\"]}".formatted(instance));
    }

    /** Gives an instance notice of its end. */
    void interrupt(String instance, Duration notice) throws IOException, InterruptedException {
        call(
                "POST",
                "/interruptions",
                "{\"instances\": [\"%s\"], \"seconds\": %d}".formatted(instance, notice.toSeconds()));
    }

    /** Ends all faults and what they brought on instances. */
    synchronized void clear() throws IOException, InterruptedException {
        on.clear();
        call("DELETE", "", "");
    }

    private void put() throws IOException, InterruptedException {
        call("PUT", "", document(on.values()));
    }

    private String document(Collection<String> all) {
        return "{\"seed\": %d, \"faults\": [%s]}".formatted(seed, all.stream().collect(Collectors.joining(", ")));
    }

    private void call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(faults + path))
                .header("Authorization", authorization)
                .timeout(PATIENCE)
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("%s %s was answered with %d: %s"
                    .formatted(method, request.uri(), answer.statusCode(), answer.body()));
        }
    }
}
