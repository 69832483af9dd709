package dev.elasticrecognition.localcloud.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.localcloud.credentials.AccessKey;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionTokensTest {

    private static final AccessKey KEY = new AccessKey("AKIATEST", "secret");

    private Instant now = Instant.parse("2026-11-24T08:00:00Z");

    @Test
    void aTokenHoldsForItsTimeAtItsInstance() {
        String token = tokens("i-1", KEY).issue(Duration.ofSeconds(60));
        assertThat(tokens("i-1", KEY).isValid(token)).isTrue();
        assertThat(tokens("i-2", KEY).isValid(token)).isFalse();
        assertThat(tokens("i-1", new AccessKey("AKIATEST", "other")).isValid(token))
                .isFalse();
        now = now.plusSeconds(60);
        assertThat(tokens("i-1", KEY).isValid(token)).isFalse();
    }

    @Test
    void aTokenCannotBeMadeToLastLonger() {
        String token = tokens("i-1", KEY).issue(Duration.ofSeconds(60));
        String longer = "9999999999" + token.substring(token.indexOf('.'));
        assertThat(tokens("i-1", KEY).isValid(longer)).isFalse();
        assertThat(tokens("i-1", KEY).isValid("")).isFalse();
        assertThat(tokens("i-1", KEY).isValid(".x")).isFalse();
    }

    private SessionTokens tokens(String instanceId, AccessKey key) {
        return new SessionTokens(instanceId, key, () -> now);
    }
}
