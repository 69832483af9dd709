package dev.elasticrecognition.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final URI SERVICE = URI.create("http://localhost:9080");
    private final UnreachableException away = new UnreachableException(SERVICE, new IOException("reset"));

    private final RetryPolicy policy =
            new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(8), Duration.ofSeconds(30));

    @RepeatedTest(20)
    void pausesGrowTwofoldAndAreCutByAtMostAHalf() {
        assertThat(policy.pauseAfter(3, away)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void pausesAreBoundedHoweverManyFailures() {
        assertThat(policy.pauseAfter(1_000_000, away)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @RepeatedTest(20)
    void aPauseThatWasAskedForIsNeverCut() {
        var overloaded = new ProblemException(SERVICE, Problem.of(503, "Busy"), Optional.of(Duration.ofSeconds(20)));

        assertThat(policy.pauseAfter(1, overloaded)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(21));
    }
}
