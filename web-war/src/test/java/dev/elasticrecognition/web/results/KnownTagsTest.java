package dev.elasticrecognition.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has what is told by the header If-None-Match. */
class KnownTagsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "W/\"abc\"", "*", " * ", "\"x\", \"abc\"", "\"x\",W/\"abc\" ,\"y\""})
    void aTagIsFoundAmongThoseThatTheCallerHas(String header) {
        assertThat(KnownTags.fromString(header).contain("abc")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "\"x\"", "\"abcd\"", "\"ABC\"", "\"*\"", "\"abc"})
    void whatTheCallerDoesNotHaveIsSent(String header) {
        assertThat(KnownTags.fromString(header).contain("abc")).isFalse();
    }
}
