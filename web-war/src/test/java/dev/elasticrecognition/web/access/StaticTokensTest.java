package dev.elasticrecognition.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticTokensTest {

    /** SHA-256 of "secret". */
    private static final String HASH = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

    @Test
    void aTokenNamesItsHolder() {
        StaticTokens tokens = new StaticTokens(List.of("alice:" + HASH.toUpperCase(Locale.ROOT)));

        assertThat(tokens.holder("secret")).hasValue(Caller.named("alice"));
        assertThat(tokens.holder("Secret")).isEmpty();
        assertThat(tokens.holder(HASH)).isEmpty();
        assertThat(new StaticTokens(List.of()).holder("secret")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "alice:secret", ":" + HASH, "al ice:" + HASH, HASH, "alice:" + HASH + "0"})
    void whatIsNoEntryIsRefusedWithoutBeingTold(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StaticTokens(List.of(entry)))
                .withMessageStartingWith("elastic.access.tokens")
                .withMessageNotContaining("alice");
    }
}
