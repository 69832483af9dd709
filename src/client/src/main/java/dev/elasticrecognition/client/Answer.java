package dev.elasticrecognition.client;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.glassfish.jersey.media.sse.EventInput;

/** An HTTP response to a request, on its way to becoming a recognition, a document, events or an exception. */
record Answer(URI request, Response response) {

    Recognition recognition() {
        return isSuccess() ? document(Json::recognition) : failedOrRefused();
    }

    /** What a JSON document means, which a successful answer has. */
    <T> T document(Function<JsonObject, T> meaning) {
        requireSuccess();
        JsonObject json = json().orElseThrow(() -> incomprehensible("it is no JSON", null));
        try {
            return meaning.apply(json);
        } catch (RuntimeException e) {
            throw incomprehensible(String.valueOf(e.getMessage()), e);
        }
    }

    /** Refuses what is no success. */
    Void requireSuccess() {
        if (!isSuccess()) {
            throw refusal(problem());
        }
        return null;
    }

    /** The stream of events that a successful answer has, to be closed by the caller; nothing when it says so. */
    Optional<EventInput> events() {
        if (response.getStatus() == Response.Status.OK.getStatusCode()) {
            return Optional.of(response.readEntity(EventInput.class));
        }
        try (response) {
            requireSuccess();
            return Optional.empty();
        }
    }

    /** The version of what the answer tells. */
    String entityTag() {
        return Optional.ofNullable(response.getHeaderString(HttpHeaders.ETAG))
                .orElseThrow(() -> incomprehensible("it has no ETag", null));
    }

    private boolean isSuccess() {
        return response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL;
    }

    /** A problem that names a recognition is that recognition's end; any other is the refusal of this request. */
    private Recognition failedOrRefused() {
        Problem problem = problem();
        if (problem.id().isPresent() && endsARecognition(problem)) {
            return new Recognition.Failed(problem.id().get(), problem);
        }
        throw refusal(problem);
    }

    private static boolean endsARecognition(Problem problem) {
        boolean client = problem.status() >= 400 && problem.status() < 500;
        return problem.kind() == ProblemKind.GAVE_UP
                || (client && !problem.isPassing() && problem.status() != Response.Status.NOT_FOUND.getStatusCode());
    }

    private ProblemException refusal(Problem problem) {
        return new ProblemException(
                request, problem, RetryAfter.parse(response.getHeaderString(HttpHeaders.RETRY_AFTER), Instant.now()));
    }

    private Problem problem() {
        int status = response.getStatus();
        return json().map(json -> Json.problem(json, status)).orElseGet(() -> Problem.of(status, withoutDocument()));
    }

    private String withoutDocument() {
        String reason = response.getStatusInfo().getReasonPhrase();
        return Optional.ofNullable(response.getHeaderString(HttpHeaders.LOCATION))
                .map(elsewhere -> "%s: it is at %s; use that address".formatted(reason, elsewhere))
                .orElse(reason);
    }

    private Optional<JsonObject> json() {
        MediaType type = response.getMediaType();
        if (type == null || !type.getSubtype().toLowerCase(Locale.ROOT).endsWith("json")) {
            return Optional.empty();
        }
        try {
            return Optional.of(response.readEntity(JsonObject.class));
        } catch (JsonException e) {
            throw incomprehensible("its JSON is broken", e);
        }
    }

    private IncomprehensibleAnswerException incomprehensible(String found, Throwable cause) {
        return new IncomprehensibleAnswerException(request, found, cause);
    }
}
