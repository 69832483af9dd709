package dev.elasticrecognition.domain.recognition;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Names one request, and orders requests by time: the text of a newer id sorts before that of an older one. So a store
 * that lists its keys in ascending order, as S3 does, lists the newest requests first, without a scan.
 *
 * <p>The text is a UUID of version 8 (RFC 9562, section 5.8) whose first 48 bits are the complement of the Unix time in
 * milliseconds; the rest, version and variant apart, is random. Two ids of the same millisecond have no order.
 *
 * @param value the canonical text of the UUID, 36 characters in lower case
 */
public record RequestId(String value) implements Comparable<RequestId> {

    private static final long MAX_MILLIS = (1L << 48) - 1;
    private static final long VERSION = 0x8000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException if the text is no id that {@link #at} makes */
    public RequestId {
        Objects.requireNonNull(value, "value");
        if (!isCanonical(value)) {
            throw new IllegalArgumentException("'%s' is no request id".formatted(abbreviated(value)));
        }
    }

    /** Reads an id that somebody else gave; empty if it is none. */
    public static Optional<RequestId> parse(String text) {
        return isCanonical(text) ? Optional.of(new RequestId(text)) : Optional.empty();
    }

    /** Makes a new id for a request that is submitted at the given time. */
    public static RequestId at(Instant time) {
        long high = (MAX_MILLIS - time.toEpochMilli()) << 16 | VERSION | RANDOM.nextInt(1 << 12);
        long low = VARIANT | RANDOM.nextLong() >>> 2;
        return new RequestId(new UUID(high, low).toString());
    }

    /** When the request was submitted, to the millisecond. */
    public Instant time() {
        return Instant.ofEpochMilli(MAX_MILLIS - (UUID.fromString(value).getMostSignificantBits() >>> 16));
    }

    /** Newest first. */
    @Override
    public int compareTo(RequestId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isCanonical(String value) {
        if (value.length() != 36) {
            return false;
        }
        try {
            UUID uuid = UUID.fromString(value);
            return uuid.version() == 8 && uuid.variant() == 2 && uuid.toString().equals(value);
        } catch (IllegalArgumentException notAUuid) {
            return false;
        }
    }

    private static String abbreviated(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }
}
