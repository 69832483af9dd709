package dev.elasticrecognition.localcloud.ec2;

import dev.elasticrecognition.localcloud.errors.ErrorCode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The filters of a request, all of which must let a resource pass; one lets it pass if any of its values matches any of
 * the resource's.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html">Filtering</a>
 */
final class Filters {

    /** Knows by which names a kind of resource can be filtered. */
    interface Vocabulary<T> {

        /** How to get the values of a resource that the named filter looks at; empty if there is no such filter. */
        Optional<Function<T, Collection<String>>> values(String filterName);
    }

    private Filters() {}

    static <T> Predicate<T> in(QueryParameters request, Vocabulary<T> vocabulary) {
        return request.items("Filter").stream()
                .map(filter -> one(filter.required("Name"), filter.list("Value"), vocabulary))
                .reduce(all -> true, Predicate::and);
    }

    private static <T> Predicate<T> one(String name, List<String> wanted, Vocabulary<T> vocabulary) {
        Function<T, Collection<String>> values = vocabulary
                .values(name)
                .orElseThrow(() -> ErrorCode.INVALID_PARAMETER_VALUE.error("The filter '%s' is invalid", name));
        if (wanted.isEmpty()) {
            throw ErrorCode.INVALID_PARAMETER_VALUE.error("The filter '%s' has no value", name);
        }
        List<Wildcard> wildcards = wanted.stream().map(Wildcard::of).toList();
        return resource -> values.apply(resource).stream()
                .anyMatch(value -> wildcards.stream().anyMatch(wildcard -> wildcard.matches(value)));
    }
}
