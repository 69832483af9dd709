package dev.elasticrecognition.domain.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void anIdTellsWhenItWasMade() {
        assertThat(RequestId.at(NOON.plusMillis(7)).time()).isEqualTo(NOON.plusMillis(7));
    }

    @Test
    void newerIdsSortFirst() {
        RequestId older = RequestId.at(NOON);
        RequestId newer = RequestId.at(NOON.plusMillis(1));

        assertThat(newer).isLessThan(older);
        assertThat(newer.value()).isLessThan(older.value());
    }

    @Test
    void anIdIsAUuidOfVersion8() {
        UUID uuid = UUID.fromString(RequestId.at(NOON).value());

        assertThat(uuid.version()).isEqualTo(8);
        assertThat(uuid.variant()).isEqualTo(2);
    }

    @Test
    void idsOfTheSameMomentDiffer() {
        Set<RequestId> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(RequestId.at(NOON));
        }

        assertThat(ids).hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no id",
                "../../../../etc/passwd",
                "0192f0c1-2f3e-7abc-8def-0123456789ab",
                "FE6D0F3E-2F3E-8ABC-8DEF-0123456789AB",
                "1-1-8000-8000-1"
            })
    void whatIsNoIdIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestId(text));
    }
}
