package dev.elasticrecognition.localcloud.instances;

import dev.elasticrecognition.localcloud.errors.ErrorCode;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Makes and checks ids of the long form: a prefix and 17 hexadecimal digits. */
public final class InstanceIds {

    private static final Pattern INSTANCE = Pattern.compile("i-([0-9a-f]{8}|[0-9a-f]{17})");
    private static final SecureRandom RANDOM = new SecureRandom();

    private InstanceIds() {}

    static String newInstanceId() {
        return newId("i-");
    }

    static String newReservationId() {
        return newId("r-");
    }

    /** Whether the text has the form of an instance id. */
    public static boolean isWellFormed(String id) {
        return INSTANCE.matcher(id).matches();
    }

    /** Refuses what cannot be an instance id. */
    public static void requireWellFormed(String id) {
        if (!isWellFormed(id)) {
            throw ErrorCode.INVALID_INSTANCE_ID_MALFORMED.error("Invalid id: \"%s\"", id);
        }
    }

    private static String newId(String prefix) {
        byte[] random = new byte[9];
        RANDOM.nextBytes(random);
        return prefix + HexFormat.of().formatHex(random).substring(1);
    }
}
