package dev.elasticrecognition.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JwtSettingsTest {

    private static final Optional<String> NONE = Optional.empty();
    private static final Optional<String> SOME = Optional.of("some");

    @Test
    void allThatIsNeededIsThereOrNothing() {
        assertThat(new JwtSettings(NONE, NONE, NONE, Set.of()).isPresent()).isFalse();
        assertThat(new JwtSettings(SOME, NONE, SOME, Set.of("us")).isPresent()).isTrue();
        assertThat(new JwtSettings(NONE, SOME, SOME, Set.of("us")).isPresent()).isTrue();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JwtSettings(SOME, NONE, SOME, Set.of()))
                .withMessageContaining("mp.jwt.verify.audiences");
        assertThatIllegalArgumentException().isThrownBy(() -> new JwtSettings(SOME, NONE, NONE, Set.of("us")));
        assertThatIllegalArgumentException().isThrownBy(() -> new JwtSettings(NONE, NONE, SOME, Set.of("us")));
        assertThatIllegalArgumentException().isThrownBy(() -> new JwtSettings(NONE, NONE, NONE, Set.of("us")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JwtSettings(SOME, SOME, SOME, Set.of("us")))
                .withMessageContaining("either");
    }
}
