package dev.elasticrecognition.localcloud.ec2;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.elasticrecognition.localcloud.errors.ErrorCode;
import dev.elasticrecognition.localcloud.instances.Instance;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A part of a list of instances. The token of the next part names the last instance of this one by its order, so it
 * stays good when instances come and go.
 */
record Page(List<Instance> instances, Optional<String> nextToken) {

    private static final String PREFIX = "after:";
    private static final int MIN = 5;
    private static final int MAX = 1000;

    static Page of(QueryParameters request, List<Instance> all) {
        Optional<Integer> size = request.number("MaxResults", MIN, MAX);
        long after = request.text("NextToken").map(Page::decoded).orElse(0L);
        List<Instance> rest = all.stream()
                .filter(instance -> instance.launch().order() > after)
                .toList();
        int limit = size.orElse(MAX);
        return rest.size() <= limit ? new Page(rest, Optional.empty()) : cut(rest.subList(0, limit));
    }

    /** Whoever asks for certain instances gets them all, on one page. */
    static void requireNoSizeFor(List<String> ids, QueryParameters request) {
        if (!ids.isEmpty() && request.text("MaxResults").isPresent()) {
            throw ErrorCode.INVALID_PARAMETER_COMBINATION.error(
                    "The parameter instancesSet cannot be used with the parameter maxResults");
        }
    }

    void write(XmlAnswer xml) {
        nextToken.ifPresent(token -> xml.text("nextToken", token));
    }

    private static Page cut(List<Instance> part) {
        String last = PREFIX + part.get(part.size() - 1).launch().order();
        return new Page(part, Optional.of(Base64.getUrlEncoder().encodeToString(last.getBytes(UTF_8))));
    }

    private static long decoded(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), UTF_8);
            if (text.startsWith(PREFIX)) {
                return Long.parseLong(text.substring(PREFIX.length()));
            }
        } catch (IllegalArgumentException malformed) {
            throw invalid();
        }
        throw invalid();
    }

    private static RuntimeException invalid() {
        return ErrorCode.INVALID_NEXT_TOKEN.error("The NextToken is not one that this endpoint gave out");
    }
}
