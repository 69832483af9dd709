package dev.elasticrecognition.web.problems;

import dev.elasticrecognition.domain.recognition.Problem;
import java.util.Locale;

/** The types of problem that are this API's own. A type's URI is stable; programs may branch on it. */
public enum ProblemType {
    EMPTY_IMAGE(400, "The image is empty"),
    IMAGE_MISSING(400, "No image was sent"),
    INVALID_WAIT(400, "The wait is no number of seconds from 0 to 60"),
    INVALID_TTL(400, "The time to live is no number of seconds from 1 to 1209600"),
    INVALID_IDEMPOTENCY_KEY(400, "The idempotency key is none"),
    UPLOAD_INCOMPLETE(400, "The upload broke off"),
    INVALID_LIMIT(400, "The limit is out of range"),
    INVALID_TIME(400, "The time is none"),
    INVALID_STATE(400, "There is no such state"),
    INVALID_CURSOR(400, "The cursor is none that a listing gave"),
    INVALID_IDS(400, "It isn't said which requests to follow, or too many are"),
    UNREADABLE_DOCUMENT(400, "The document can't be read"),
    NOT_AUTHENTICATED(401, "This is for operators"),
    TOKEN_MISSING(401, "This needs a bearer token"),
    TOKEN_INVALID(401, "The bearer token isn't accepted"),
    FOREIGN_ORIGIN(403, "The call comes from a page of another site"),
    REQUEST_UNKNOWN(404, "There is no such recognition"),
    INSTANCE_UNKNOWN(404, "There is no such instance"),
    DEAD_LETTER_UNKNOWN(404, "There is no such dead letter"),
    SHADOW_UNKNOWN(404, "There is no shadow policy"),
    REQUEST_STALLED(408, "The request stopped coming"),
    ALREADY_ANSWERED(409, "The request is answered already"),
    HISTORY_MISSING(409, "There is nothing to replay"),
    REQUEST_IN_PROGRESS(409, "The first request with this key is still being taken in"),
    CANCELLED(410, "The request was cancelled"),
    IMAGE_GONE(410, "The image is no longer there"),
    SETTINGS_CHANGED(412, "The settings have changed meanwhile"),
    IMAGE_TOO_LARGE(413, "The image is too large"),
    TOO_MANY_IMAGES(413, "One request has too many images"),
    UNSUPPORTED_TYPE(415, "This is no image of an accepted type"),
    TOO_MANY_PIXELS(422, "The image has too many pixels"),
    UNDECODABLE_IMAGE(422, "The image can't be decoded"),
    TOO_SLOW(422, "Recognition took too long"),
    MODEL_REFUSED(422, "The model refused the image"),
    DEADLINE_PASSED(422, "Work did not begin by the deadline"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another image"),
    INVALID_SETTING(422, "A setting makes no sense"),
    CONDITION_MISSING(428, "The version that shall be changed is missing"),
    TOO_MANY_UNANSWERED(429, "Too many requests of this client are under way"),
    TOO_MANY_ATTEMPTS(429, "Too many passwords are being tried"),
    GAVE_UP(500, "Recognition was given up"),
    INTERNAL_ERROR(500, "Something went wrong here"),
    BUSY(503, "As many calls of this kind as are served at a time are under way"),
    OVERLOADED(503, "As many uploads as are accepted are in progress"),
    KEYS_UNAVAILABLE(503, "The token's issuer can't be reached at the moment"),
    STORES_UNAVAILABLE(503, "The stores can't be reached at the moment"),
    FLEET_UNSEEN(503, "This front end hasn't seen the fleet yet"),
    ANSWER_LATE(504, "There is no answer yet");

    private static final String NAMESPACE = "urn:problem-type:elastic-recognition:";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    static ProblemType of(Problem.Kind kind) {
        return switch (kind) {
            case EMPTY_IMAGE -> EMPTY_IMAGE;
            case IMAGE_TOO_LARGE -> IMAGE_TOO_LARGE;
            case UNSUPPORTED_TYPE -> UNSUPPORTED_TYPE;
            case TOO_MANY_PIXELS -> TOO_MANY_PIXELS;
            case UNDECODABLE_IMAGE -> UNDECODABLE_IMAGE;
            case TOO_SLOW -> TOO_SLOW;
            case MODEL_REFUSED -> MODEL_REFUSED;
            case IMAGE_GONE -> IMAGE_GONE;
            case CANCELLED -> CANCELLED;
            case DEADLINE_PASSED -> DEADLINE_PASSED;
            case GAVE_UP -> GAVE_UP;
        };
    }

    public int status() {
        return status;
    }

    String uri() {
        return NAMESPACE + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }
}
