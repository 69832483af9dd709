package dev.elasticrecognition.localcloud.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.elasticrecognition.localcloud.credentials.AccessKey;
import dev.elasticrecognition.localcloud.errors.ErrorCode;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;

/**
 * Computes the signature of a request again and compares. The body counts as it was received, whatever hash the client
 * claims for it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a
 *     signed AWS API request</a>
 */
public final class SignatureCheck {

    private static final Duration ALLOWED_SKEW = Duration.ofMinutes(15);
    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final AccessKey key;
    private final String service;
    private final String region;
    private final InstantSource clock;

    public SignatureCheck(AccessKey key, String service, String region, InstantSource clock) {
        this.key = key;
        this.service = service;
        this.region = region;
        this.clock = clock;
    }

    /**
     * Returns if the request is signed with the key, and in time.
     *
     * @throws dev.elasticrecognition.localcloud.errors.ServiceError if it is not
     */
    public void verify(SignedRequest request) {
        AuthorizationHeader authorization = AuthorizationHeader.parse(request.header("authorization")
                .orElseThrow(() -> ErrorCode.MISSING_AUTHENTICATION_TOKEN.error("The request is not signed")));
        requireKnownKey(authorization);
        requireScope(authorization);
        requireSigned(request, authorization.signedHeaders());
        String date = request.header("x-amz-date").orElse("");
        requireInTime(date, authorization.date());
        requireSameSignature(authorization, signature(request, authorization, date));
    }

    private void requireKnownKey(AuthorizationHeader authorization) {
        if (!authorization.accessKeyId().equals(key.id())) {
            throw ErrorCode.AUTH_FAILURE.error("AWS was not able to validate the provided access credentials");
        }
    }

    private void requireScope(AuthorizationHeader authorization) {
        if (!authorization.region().equals(region) || !authorization.service().equals(service)) {
            throw ErrorCode.SIGNATURE_DOES_NOT_MATCH.error(
                    "Credential should be scoped to region '%s' and service '%s'", region, service);
        }
    }

    private static void requireSigned(SignedRequest request, List<String> signedHeaders) {
        boolean amzHeadersSigned = request.headers().keySet().stream()
                .filter(name -> name.startsWith("x-amz-"))
                .allMatch(signedHeaders::contains);
        if (!amzHeadersSigned || !signedHeaders.contains("host") || !signedHeaders.contains("x-amz-date")) {
            throw ErrorCode.SIGNATURE_DOES_NOT_MATCH.error("Host, X-Amz-Date and all X-Amz- headers must be signed");
        }
    }

    private void requireInTime(String date, String scopeDate) {
        Duration skew = Duration.between(parse(date), clock.instant()).abs();
        if (skew.compareTo(ALLOWED_SKEW) > 0) {
            throw ErrorCode.REQUEST_EXPIRED.error(
                    "The request was signed at %s, which is not within 15 minutes of now", date);
        }
        if (!date.startsWith(scopeDate)) {
            throw ErrorCode.SIGNATURE_DOES_NOT_MATCH.error("Date in Credential scope does not match X-Amz-Date");
        }
    }

    private static Instant parse(String date) {
        try {
            return AMZ_DATE.parse(date, Instant::from);
        } catch (DateTimeException malformed) {
            throw ErrorCode.INCOMPLETE_SIGNATURE.error("X-Amz-Date must have the form 20261124T080000Z");
        }
    }

    private String signature(SignedRequest request, AuthorizationHeader authorization, String date) {
        String canonical = request.canonical(authorization.signedHeaders());
        String stringToSign = String.join(
                "\n", "AWS4-HMAC-SHA256", date, authorization.scope(), Digests.hexSha256(canonical.getBytes(UTF_8)));
        return HexFormat.of().formatHex(Digests.hmac(signingKey(authorization), stringToSign));
    }

    private byte[] signingKey(AuthorizationHeader authorization) {
        byte[] dateKey = Digests.hmac(("AWS4" + key.secret()).getBytes(UTF_8), authorization.date());
        byte[] regionKey = Digests.hmac(dateKey, authorization.region());
        byte[] serviceKey = Digests.hmac(regionKey, authorization.service());
        return Digests.hmac(serviceKey, "aws4_request");
    }

    private static void requireSameSignature(AuthorizationHeader authorization, String expected) {
        if (!MessageDigest.isEqual(authorization.signature().getBytes(UTF_8), expected.getBytes(UTF_8))) {
            throw ErrorCode.SIGNATURE_DOES_NOT_MATCH.error(
                    "The request signature we calculated does not match the signature you provided."
                            + " Check the secret access key and the signing method");
        }
    }
}
