package dev.elasticrecognition.client;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;

/**
 * The sorts of problem that the service knows, by the last part of a problem's type: {@code EMPTY_IMAGE} is
 * {@code urn:problem-type:elastic-recognition:empty-image}. What each one means and what to do is in the description of the
 * REST interface.
 */
public enum ProblemKind {
    EMPTY_IMAGE,
    IMAGE_MISSING,
    INVALID_WAIT,
    INVALID_TTL,
    INVALID_IDEMPOTENCY_KEY,
    UPLOAD_INCOMPLETE,
    INVALID_LIMIT,
    INVALID_STATE,
    INVALID_TIME,
    INVALID_CURSOR,
    INVALID_IDS,
    UNREADABLE_DOCUMENT,
    NOT_AUTHENTICATED,
    TOKEN_MISSING,
    TOKEN_INVALID,
    FOREIGN_ORIGIN,
    REQUEST_UNKNOWN,
    DEAD_LETTER_UNKNOWN,
    INSTANCE_UNKNOWN,
    SHADOW_UNKNOWN,
    REQUEST_STALLED,
    ALREADY_ANSWERED,
    HISTORY_MISSING,
    REQUEST_IN_PROGRESS,
    CANCELLED,
    IMAGE_GONE,
    SETTINGS_CHANGED,
    IMAGE_TOO_LARGE,
    TOO_MANY_IMAGES,
    UNSUPPORTED_TYPE,
    TOO_MANY_PIXELS,
    UNDECODABLE_IMAGE,
    MODEL_REFUSED,
    TOO_SLOW,
    DEADLINE_PASSED,
    IDEMPOTENCY_KEY_REUSED,
    INVALID_SETTING,
    CONDITION_MISSING,
    TOO_MANY_UNANSWERED,
    TOO_MANY_ATTEMPTS,
    GAVE_UP,
    INTERNAL_ERROR,
    KEYS_UNAVAILABLE,
    BUSY,
    OVERLOADED,
    STORES_UNAVAILABLE,
    FLEET_UNSEEN,
    ANSWER_LATE,

    /** The status says all, or it is a sort that this client doesn't know. */
    OTHER;

    private static final String NAMESPACE = "urn:problem-type:elastic-recognition:";

    /** The sort that a problem's type names. */
    public static ProblemKind of(URI type) {
        return Arrays.stream(values())
                .filter(kind -> kind != OTHER && kind.type().equals(type))
                .findFirst()
                .orElse(OTHER);
    }

    private URI type() {
        return URI.create(NAMESPACE + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
