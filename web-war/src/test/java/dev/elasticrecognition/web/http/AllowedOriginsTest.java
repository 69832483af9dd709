package dev.elasticrecognition.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {

    @Test
    void anOriginIsAllowedAsItIsWritten() {
        AllowedOrigins allowed = new AllowedOrigins(Set.of("https://pages.example:8443"));

        assertThat(allowed.contains("https://pages.example:8443")).isTrue();
        assertThat(allowed.contains("https://pages.example")).isFalse();
        assertThat(allowed.contains(null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "null", "pages.example", "https://pages.example/", "https://*.example", ""})
    void whatIsNoOriginIsRefusedByName(String origin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AllowedOrigins(Set.of(origin)))
                .withMessageContaining("elastic.http.cors-origins");
    }
}
