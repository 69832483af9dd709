package dev.elasticrecognition.client.load;

import jakarta.json.Json;
import jakarta.json.JsonException;
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
import java.util.Optional;

/** The fleet, as the operators' interface tells it. */
public final class Fleet {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final HttpRequest ask;

    /** @param service where it is, http or https */
    public Fleet(URI service, String operator, String password) {
        String credentials =
                Base64.getEncoder().encodeToString((operator + ":" + password).getBytes(StandardCharsets.UTF_8));
        ask = HttpRequest.newBuilder(URI.create(service.toString().replaceAll("/+$", "") + "/api/fleet"))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + credentials)
                .header("Accept", "application/json")
                .build();
    }

    /** Whether the service takes name and password. */
    public boolean isOpen() throws IOException, InterruptedException {
        return http.send(ask, BodyHandlers.discarding()).statusCode() != 401;
    }

    /**
     * How it stands; empty while the service hasn't looked, or can't ask the cloud.
     *
     * @throws IOException if there is no answer, or another one than this service's
     */
    Optional<FleetSight> sight() throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(ask, BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() != 200) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            JsonObject fleet = reader.readObject();
            boolean known =
                    fleet.getJsonObject("observation").getJsonObject("supply").getBoolean("known");
            return known ? Optional.of(FleetSight.of(fleet)) : Optional.empty();
        } catch (JsonException | ClassCastException | NullPointerException e) {
            throw new IOException("%s tells of no fleet: %s".formatted(ask.uri(), e.getMessage()), e);
        }
    }
}
