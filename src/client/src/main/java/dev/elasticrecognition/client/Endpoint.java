package dev.elasticrecognition.client;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.glassfish.jersey.media.sse.EventInput;
import org.glassfish.jersey.media.sse.SseFeature;

/** The requests about recognitions that the service knows, each tried once. */
record Endpoint(Http http) {

    /** The service shows every 15 s that a stream is alive. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    Recognition post(EntityPart image, String key, Duration wait) {
        var form = new GenericEntity<List<EntityPart>>(List.of(image)) {};
        WebTarget target = waiting(recognitions(), wait);
        Invocation.Builder request = http.request(target, wait).header("Idempotency-Key", key);
        return http.exchange(
                target,
                () -> request.post(Entity.entity(form, MediaType.MULTIPART_FORM_DATA_TYPE)),
                Answer::recognition);
    }

    Recognition get(String id, Duration wait) {
        WebTarget target = waiting(recognition(id), wait);
        return http.exchange(target, http.request(target, wait)::get, Answer::recognition);
    }

    Recognition delete(String id) {
        WebTarget target = recognition(id);
        return http.exchange(target, http.request(target)::delete, Answer::recognition);
    }

    /** What is told of recognitions from now on; nothing if all was told before. */
    Optional<EventInput> events(List<String> ids, Optional<String> lastEventId) {
        WebTarget target = recognitions().path("events").queryParam("id", ids.toArray());
        Invocation.Builder request =
                http.request(target, LONGEST_SILENCE, SseFeature.SERVER_SENT_EVENTS, "application/problem+json");
        lastEventId.ifPresent(id -> request.header(SseFeature.LAST_EVENT_ID_HEADER, id));
        return http.open(target, request::get).events();
    }

    boolean isReady() {
        try (Response response = http.target("health/ready").request().get()) {
            return response.getStatus() == Response.Status.OK.getStatusCode();
        } catch (ProcessingException unreachable) {
            return false;
        }
    }

    private WebTarget recognitions() {
        return http.target("api/recognitions");
    }

    private WebTarget recognition(String id) {
        return recognitions().path("{id}").resolveTemplate("id", id);
    }

    private static WebTarget waiting(WebTarget target, Duration wait) {
        return target.queryParam("wait", wait.toSeconds());
    }
}
