package dev.elasticrecognition.localcloud.signature;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A request as it was received, with what Signature Version 4 covers: the path is {@code /}, the query is empty. */
public record SignedRequest(String method, Map<String, List<String>> headers, String bodySha256) {

    /** Keeps the headers under their names in lower case. */
    public SignedRequest {
        Map<String, List<String>> lowerCase = new TreeMap<>();
        headers.forEach((name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = Map.copyOf(lowerCase);
    }

    /** A request with the given body. */
    public static SignedRequest of(String method, Map<String, List<String>> headers, byte[] body) {
        return new SignedRequest(method, headers, Digests.hexSha256(body));
    }

    /** All values of a header as one text in canonical form: trimmed, inner blanks folded, joined by commas. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name))
                .map(values -> values.stream()
                        .map(value -> value.strip().replaceAll(" +", " "))
                        .collect(Collectors.joining(",")));
    }

    /** The canonical request over the given headers, which are all present. */
    String canonical(List<String> signedHeaders) {
        StringBuilder text = new StringBuilder(method).append("\n/\n\n");
        signedHeaders.forEach(name ->
                text.append(name).append(':').append(header(name).orElse("")).append('\n'));
        return text.append('\n')
                .append(String.join(";", signedHeaders))
                .append('\n')
                .append(bodySha256)
                .toString();
    }
}
