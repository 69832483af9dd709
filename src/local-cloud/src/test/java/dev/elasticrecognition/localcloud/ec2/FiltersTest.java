package dev.elasticrecognition.localcloud.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elasticrecognition.localcloud.errors.ServiceError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {

    @ParameterizedTest
    @CsvSource({
        "web-*, web-1, true",
        "web-?, web-12, false",
        "web-?, web-1, true",
        "w.b, web, false",
        "Web, web, false",
        "'', '', true",
        "'a\\*', a*, true",
        "'a\\*', ab, false",
        "'*', 'two\nlines', true",
        "'(', '(', true",
    })
    void aValueMayHaveWildcards(String value, String text, boolean matches) {
        assertThat(Wildcard.of(value).matches(text)).isEqualTo(matches);
    }

    @Test
    void valuesOfAFilterAreAlternativesAndFiltersMustAllHold() {
        String filters = "Filter.1.Name=colour&Filter.1.Value.1=red&Filter.1.Value.2=blue"
                + "&Filter.2.Name=size&Filter.2.Value.1=b*";
        assertThat(passes(filters, Map.of("colour", "blue", "size", "big"))).isTrue();
        assertThat(passes(filters, Map.of("colour", "blue", "size", "small"))).isFalse();
        assertThat(passes(filters, Map.of("colour", "green", "size", "big"))).isFalse();
        assertThat(passes("", Map.of())).isTrue();
    }

    @Test
    void anUnknownFilterIsRefused() {
        assertThatExceptionOfType(ServiceError.class)
                .isThrownBy(() -> passes("Filter.1.Name=moon&Filter.1.Value.1=full", Map.of()))
                .withMessage("The filter 'moon' is invalid");
    }

    private static boolean passes(String filters, Map<String, String> thing) {
        Filters.Vocabulary<Map<String, String>> vocabulary =
                name -> List.of("colour", "size").contains(name)
                        ? Optional.of(values -> List.of(values.get(name)))
                        : Optional.empty();
        return Filters.in(QueryParameters.decode(filters), vocabulary).test(thing);
    }
}
