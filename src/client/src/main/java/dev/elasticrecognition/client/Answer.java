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

/** An HTTP response to a request, on its way to becoming a recognition or an exception. */
record Answer(URI request, Response response) {

    Recognition recognition() {
        return isSuccess() ? understood() : failedOrRefused();
    }

    private boolean isSuccess() {
        return response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL;
    }

    private Recognition understood() {
        JsonObject json = json().orElseThrow(() -> incomprehensible("it is no JSON", null));
        try {
            return Json.recognition(json);
        } catch (RuntimeException e) {
            throw incomprehensible(String.valueOf(e.getMessage()), e);
        }
    }

    /** A problem that names a recognition is that recognition's end; any other is the refusal of this request. */
    private Recognition failedOrRefused() {
        Problem problem = problem();
        if (problem.id().isPresent() && isAboutContent(problem)) {
            return new Recognition.Failed(problem.id().get(), problem);
        }
        throw new ProblemException(
                request, problem, RetryAfter.parse(response.getHeaderString(HttpHeaders.RETRY_AFTER), Instant.now()));
    }

    private static boolean isAboutContent(Problem problem) {
        boolean client = problem.status() >= 400 && problem.status() < 500;
        return client && !problem.isPassing() && problem.status() != Response.Status.NOT_FOUND.getStatusCode();
    }

    private Problem problem() {
        int status = response.getStatus();
        return json().map(json -> Json.problem(json, status))
                .orElseGet(() -> Problem.of(status, response.getStatusInfo().getReasonPhrase()));
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
