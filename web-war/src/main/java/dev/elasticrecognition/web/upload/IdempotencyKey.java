package dev.elasticrecognition.web.upload;

import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;

/**
 * The header {@code Idempotency-Key}. The draft wants a quoted string; a bare one is taken as well. It is no record, since
 * the REST container would make it by the constructor then.
 */
public final class IdempotencyKey {

    private final String value;

    private IdempotencyKey(String value) {
        this.value = value;
    }

    /** @throws ProblemException if the header holds no key */
    public static IdempotencyKey fromString(String header) {
        String value = header.strip();
        String key = value.matches("\"[^\"]*\"") ? value.substring(1, value.length() - 1) : value;
        if (!key.matches("[!#-~ ]{1,200}")) {
            throw new ProblemException(
                    ProblemType.INVALID_IDEMPOTENCY_KEY,
                    "The header 'Idempotency-Key' takes 1 to 200 printable characters; a UUID is a good choice.");
        }
        return new IdempotencyKey(key);
    }

    /** 1 to 200 printable ASCII characters. */
    String value() {
        return value;
    }
}
