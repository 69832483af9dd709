package dev.elasticrecognition.chaos.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * What the front end says of the whole.
 *
 * @param password the operator's
 */
public record FrontEnd(URI address, String password) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The ledger's counts. */
    public record Ledger(long accepted, long succeeded, long failed, long waiting) {}

    /** Counts all requests. */
    public Ledger ledger() throws IOException, InterruptedException {
        JsonObject json = get("/api/ledger");
        return new Ledger(
                json.getInt("accepted"), json.getInt("succeeded"), json.getInt("failed"), json.getInt("waiting"));
    }

    /** How many instances were ended by the scaler while their workers were busy. */
    public long busyKilled() throws IOException, InterruptedException {
        return get("/api/fleet").getJsonObject("tally").getInt("busyKilled");
    }

    private JsonObject get(String path) throws IOException, InterruptedException {
        String user = Base64.getEncoder().encodeToString(("operator:" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Basic " + user)
                .timeout(PATIENCE)
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(
                    "GET %s was answered with %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }
}
