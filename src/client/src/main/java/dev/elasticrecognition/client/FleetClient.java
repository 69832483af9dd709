package dev.elasticrecognition.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;

/**
 * Shows and steers the fleet, for operators. Documents are those of the REST interface. Everything may be repeated, and is,
 * as {@link RecognitionClient} repeats. Methods throw what those of {@link RecognitionClient} throw.
 */
public final class FleetClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Http http;
    private final RetryPolicy policy;

    /** For whoever may operate the fleet. */
    public FleetClient(URI service, Credentials operator) {
        this(service, operator, RetryPolicy.DEFAULT);
    }

    /** With pauses of one's own. */
    public FleetClient(URI service, Credentials operator, RetryPolicy policy) {
        this.http = new Http(service, operator);
        this.policy = policy;
    }

    /** How the fleet stands: {@code GET /api/fleet}. */
    public JsonObject fleet() throws InterruptedException {
        WebTarget target = target("");
        return repeated(target, HttpMethod.GET, answer -> answer.document(json -> json));
    }

    /** The settings that hold. */
    public FleetSettings settings() throws InterruptedException {
        return repeated(target("settings"), HttpMethod.GET, FleetClient::settings);
    }

    /**
     * Changes the settings, if nobody has since they were asked for.
     *
     * @return the settings that hold now
     * @throws ProblemException of the kind {@link ProblemKind#SETTINGS_CHANGED} if somebody has, {@link
     *     ProblemKind#INVALID_SETTING} if one makes no sense
     */
    public FleetSettings change(FleetSettings settings) {
        WebTarget target = target("settings");
        Invocation.Builder request = http.request(target).header(HttpHeaders.IF_MATCH, settings.version());
        return http.exchange(target, () -> request.put(json(settings.document())), FleetClient::settings);
    }

    /** Has nothing launched or drained by policy. */
    public void pause() throws InterruptedException {
        done(target("pause"), HttpMethod.POST);
    }

    /** Ends the pause. */
    public void resume() throws InterruptedException {
        done(target("resume"), HttpMethod.POST);
    }

    /** Has an instance finish what it has, and end. */
    public void drain(String instance) throws InterruptedException {
        done(target("instances/{id}/drain").resolveTemplate("id", instance), HttpMethod.POST);
    }

    /**
     * Sets a capacity in place of the policy's.
     *
     * @param time from 1 s to 1 day
     */
    public void setCapacity(int capacity, Duration time) throws InterruptedException {
        JsonObject document = Json.createObjectBuilder()
                .add("capacity", capacity)
                .add("for", time.toString())
                .build();
        WebTarget target = target("manual-capacity");
        retries()
                .of(() ->
                        http.exchange(target, () -> http.request(target).put(json(document)), Answer::requireSuccess));
    }

    /** Gives the capacity back to the policy. */
    public void endCapacity() throws InterruptedException {
        done(target("manual-capacity"), HttpMethod.DELETE);
    }

    @Override
    public void close() {
        http.close();
    }

    private void done(WebTarget target, String method) throws InterruptedException {
        repeated(target, method, Answer::requireSuccess);
    }

    private <T> T repeated(WebTarget target, String method, Function<Answer, T> reader) throws InterruptedException {
        return retries()
                .of(() -> http.exchange(target, () -> http.request(target).method(method), reader));
    }

    private Retries retries() {
        return new Retries(policy, Deadline.in(PATIENCE));
    }

    private WebTarget target(String path) {
        return http.target("api/fleet").path(path);
    }

    private static FleetSettings settings(Answer answer) {
        return answer.document(json -> new FleetSettings(json, answer.entityTag()));
    }

    private static Entity<String> json(JsonObject document) {
        return Entity.entity(document.toString(), MediaType.APPLICATION_JSON_TYPE);
    }
}
