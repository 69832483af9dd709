package dev.elasticrecognition.localcloud.ec2;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.elasticrecognition.localcloud.errors.ErrorCode;
import dev.elasticrecognition.localcloud.signature.Digests;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The parameters of a request. Lists are flat and count from 1 ({@code InstanceId.2}), structures use dots ({@code
 * Filter.1.Name}).
 */
public final class QueryParameters {

    private final String prefix;
    private final Map<String, String> values;

    private QueryParameters(String prefix, Map<String, String> values) {
        this.prefix = prefix;
        this.values = values;
    }

    /** Decodes a body of the type {@code application/x-www-form-urlencoded} in UTF-8. */
    public static QueryParameters decode(String form) {
        Map<String, String> values = new TreeMap<>();
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String name = decoded(pair.substring(0, equals));
                if (values.put(name, decoded(pair.substring(equals + 1))) != null) {
                    throw ErrorCode.MALFORMED_QUERY_STRING.error("The parameter '%s' is given twice", name);
                }
            } else if (!pair.isEmpty()) {
                throw ErrorCode.MALFORMED_QUERY_STRING.error("'%s' is not a parameter with a value", pair);
            }
        }
        return new QueryParameters("", values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw ErrorCode.MALFORMED_QUERY_STRING.error("A parameter is not percent-encoded as it must be");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public String textOrEmpty(String name) {
        return values.getOrDefault(name, "");
    }

    public String required(String name) {
        return text(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() ->
                        ErrorCode.MISSING_PARAMETER.error("The request must contain the parameter %s", prefix + name));
    }

    public boolean flag(String name) {
        return switch (textOrEmpty(name)) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw invalid(name, "true or false is expected");
        };
    }

    public Optional<Integer> number(String name, int min, int max) {
        return text(name).map(value -> {
            if (!value.matches("-?\\d{1,9}") || Integer.parseInt(value) < min || Integer.parseInt(value) > max) {
                throw invalid(name, "a number from %d to %d is expected".formatted(min, max));
            }
            return Integer.valueOf(value);
        });
    }

    /** The values of a list of texts, in the order of their numbers. */
    public List<String> list(String name) {
        return numbers(name).stream()
                .map(number -> values.get(name + "." + number))
                .filter(value -> value != null)
                .toList();
    }

    /** Like {@link #list}, but not empty. */
    public List<String> requiredList(String name) {
        List<String> list = list(name);
        if (list.isEmpty()) {
            throw ErrorCode.MISSING_PARAMETER.error("The request must contain the parameter %s", prefix + name);
        }
        return list;
    }

    /** The members of a list of structures, in the order of their numbers. */
    public List<QueryParameters> items(String name) {
        return numbers(name).stream()
                .map(number -> structure(name + "." + number))
                .toList();
    }

    private QueryParameters structure(String name) {
        String start = name + ".";
        Map<String, String> members = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(start)) {
                members.put(key.substring(start.length()), value);
            }
        });
        return new QueryParameters(prefix + start, members);
    }

    private Collection<Integer> numbers(String name) {
        String start = name + ".";
        return values.keySet().stream()
                .filter(key -> key.startsWith(start))
                .map(key -> key.substring(start.length()).split("\\.", -1)[0])
                .filter(number -> number.matches("[1-9]\\d{0,3}"))
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /** A digest of all parameters but the given ones, to tell whether two requests ask for the same. */
    public String digestWithout(Set<String> names) {
        Map<String, String> rest = new TreeMap<>(values);
        rest.keySet().removeAll(names);
        StringBuilder form = new StringBuilder();
        rest.forEach((name, value) ->
                form.append(encoded(name)).append('=').append(encoded(value)).append('&'));
        return Digests.hexSha256(form.toString().getBytes(UTF_8));
    }

    /** The error for a value that cannot be. */
    public RuntimeException invalid(String name, String why) {
        return ErrorCode.INVALID_PARAMETER_VALUE.error(
                "Value (%s) for parameter %s is invalid: %s", textOrEmpty(name), prefix + name, why);
    }
}
