package dev.elasticrecognition.domain.recognition;

import java.util.Objects;

/**
 * Why a request got no label: something about its picture that no retry mends, or one retry too many.
 *
 * @param kind what sort of problem it is
 * @param detail what is wrong with this very picture and what to do, in a sentence or two for people
 */
public record Problem(Kind kind, String detail) {

    public Problem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
    }

    /** The sorts of problem. Their names are part of what is stored and sent: don't rename one. */
    public enum Kind {
        /** Nothing was sent. */
        EMPTY_IMAGE,
        /** More bytes than are accepted. */
        IMAGE_TOO_LARGE,
        /** The content is of none of the accepted {@linkplain ImageType types}. */
        UNSUPPORTED_TYPE,
        /** More pixels than are accepted. */
        TOO_MANY_PIXELS,
        /** The content starts like a picture of an accepted type, but can't be decoded: cut short, damaged or odd. */
        UNDECODABLE_IMAGE,
        /** Decoding and recognising took longer than is allowed. */
        TOO_SLOW,
        /** The picture is in order, but the program that is the model would have none of it. */
        MODEL_REFUSED,
        /** The picture was accepted, but is no longer in the store. */
        IMAGE_GONE,

        /** Whoever asked has withdrawn the request before it was answered. */
        CANCELLED,

        /** Work on it had not begun by the deadline that whoever asked has set. */
        DEADLINE_PASSED,

        /** Work on it was begun as often as is allowed and never came to an end. An operator may have it begun again. */
        GAVE_UP
    }
}
