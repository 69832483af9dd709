package dev.elasticrecognition.web.observing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProbeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration NO_PATIENCE = Duration.ofMillis(1);

    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void whatAnswersAnswers() {
        assertThat(answers(() -> "yes")).isTrue();
    }

    @Test
    void whatFailsDoesNot() {
        assertThat(answers(() -> {
                    throw new IllegalStateException("no");
                }))
                .isFalse();
    }

    @Test
    void whatIsSilentDoesNotAnswerInTimeAndIsNotAskedAgainMeanwhile() {
        CountDownLatch answer = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        Probe probe = new Probe(
                "queue",
                () -> {
                    asked.incrementAndGet();
                    answer.await();
                    return "at last";
                },
                executor);

        assertThat(probe.answersWithin(NO_PATIENCE).join()).isFalse();
        var later = probe.answersWithin(PATIENCE);
        answer.countDown();

        assertThat(later.join()).isTrue();
        assertThat(asked).hasValue(1);
    }

    private boolean answers(Callable<?> question) {
        return new Probe("queue", question, executor).answersWithin(PATIENCE).join();
    }
}
