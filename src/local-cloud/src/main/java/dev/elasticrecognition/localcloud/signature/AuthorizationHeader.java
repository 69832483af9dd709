package dev.elasticrecognition.localcloud.signature;

import dev.elasticrecognition.localcloud.errors.ErrorCode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of an {@code Authorization} header of Signature Version 4. */
record AuthorizationHeader(
        String accessKeyId, String date, String region, String service, List<String> signedHeaders, String signature) {

    private static final Pattern FORM = Pattern.compile("AWS4-HMAC-SHA256\\s+"
            + "Credential=(?<key>[^/,\\s]+)/(?<date>\\d{8})/(?<region>[^/,\\s]+)/(?<service>[^/,\\s]+)/aws4_request\\s*,"
            + "\\s*SignedHeaders=(?<headers>[a-z0-9;-]+)\\s*,"
            + "\\s*Signature=(?<signature>[0-9a-f]{64})\\s*");

    static AuthorizationHeader parse(String header) {
        Matcher parts = FORM.matcher(header);
        if (!parts.matches()) {
            throw ErrorCode.INCOMPLETE_SIGNATURE.error("The Authorization header is not one of Signature Version 4");
        }
        return new AuthorizationHeader(
                parts.group("key"),
                parts.group("date"),
                parts.group("region"),
                parts.group("service"),
                List.of(parts.group("headers").split(";", -1)),
                parts.group("signature"));
    }

    String scope() {
        return "%s/%s/%s/aws4_request".formatted(date, region, service);
    }
}
