package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.recognition.Claim;
import dev.elasticrecognition.domain.recognition.Claims;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of claims keeps. */
public abstract class ClaimsContract {

    private final String name = UUID.randomUUID().toString();

    protected abstract Claims claims();

    @Test
    void theFirstClaimStays() {
        Claims claims = claims();
        Claim first = claim();

        assertThat(claims.claim(name, first, Optional.empty())).isEqualTo(first);
        assertThat(claims.claim(name, claim(), Optional.empty())).isEqualTo(first);
    }

    @Test
    void aClaimIsReplacedByWhoKnowsIt() {
        Claims claims = claims();
        Claim first = claim();
        Claim second = claim();
        claims.claim(name, first, Optional.empty());

        assertThat(claims.claim(name, second, Optional.of(first))).isEqualTo(second);
        assertThat(claims.claim(name, claim(), Optional.of(first))).isEqualTo(second);
    }

    @Test
    void ofClaimsMadeAtOnceAllCallersSeeTheSameOne() {
        Claims claims = claims();

        long different = IntStream.range(0, 8)
                .parallel()
                .mapToObj(racer -> claims.claim(name, claim(), Optional.empty()))
                .distinct()
                .count();

        assertThat(different).isEqualTo(1);
    }

    @Test
    void aForgottenClaimCanBeMadeAgain() {
        Claims claims = claims();
        claims.claim(name, claim(), Optional.empty());

        claims.forgetBefore(Instant.now().plusSeconds(3600));

        Claim again = claim();
        assertThat(claims.claim(name, again, Optional.empty())).isEqualTo(again);
    }

    private static Claim claim() {
        return new Claim(Samples.id(), "a".repeat(64), Samples.NOON);
    }
}
