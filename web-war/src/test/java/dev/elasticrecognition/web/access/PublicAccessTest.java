package dev.elasticrecognition.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicAccessTest {

    private static final BearerTokens NONE = new BearerTokens(new StaticTokens(List.of()), Optional.empty());

    @Test
    void itIsOpenOrClosed() {
        BearerTokens some = new BearerTokens(new StaticTokens(List.of("alice:" + "0".repeat(64))), Optional.empty());

        assertThat(PublicAccess.of("open", NONE).isClosed()).isFalse();
        assertThat(PublicAccess.of("bearer", some).isClosed()).isTrue();
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicAccess.of("closed", NONE))
                .withMessage("elastic.access.public must be open or bearer, but is 'closed'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicAccess.of("bearer", NONE))
                .withMessageContaining("elastic.access.tokens");
    }
}
