package dev.elasticrecognition.localcloud.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.elasticrecognition.localcloud.credentials.AccessKey;
import dev.elasticrecognition.localcloud.signature.Digests;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;

/**
 * Session tokens that carry their own end, sealed with the secret key: so they outlive this program, and a token of one
 * instance is worth nothing at another.
 */
final class SessionTokens {

    private final String instanceId;
    private final AccessKey key;
    private final InstantSource clock;

    SessionTokens(String instanceId, AccessKey key, InstantSource clock) {
        this.instanceId = instanceId;
        this.key = key;
        this.clock = clock;
    }

    String issue(Duration timeToLive) {
        String end = Long.toString(clock.instant().plus(timeToLive).getEpochSecond());
        return end + "." + seal(end);
    }

    boolean isValid(String token) {
        int dot = token.indexOf('.');
        if (dot < 1 || !token.substring(0, dot).matches("\\d{1,12}")) {
            return false;
        }
        String end = token.substring(0, dot);
        boolean sealed = MessageDigest.isEqual(
                token.substring(dot + 1).getBytes(UTF_8), seal(end).getBytes(UTF_8));
        return sealed && clock.instant().getEpochSecond() < Long.parseLong(end);
    }

    private String seal(String end) {
        byte[] seal = Digests.hmac(key.secret().getBytes(UTF_8), "metadata/" + instanceId + "/" + end);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal);
    }
}
