package dev.elasticrecognition.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elasticrecognition.domain.recognition.Prediction;
import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.Recognizer;
import dev.elasticrecognition.domain.recognition.RejectedImage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A limit of 200 ms, and a picture that says what is done with it. */
class TimeLimitedRecognizerTest {

    private static final byte[] EASY = {0};
    private static final byte[] ENDLESS = {1};
    private static final byte[] DAMAGED = {2};
    private static final byte[] DEADLY = {3};

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger exceeded = new AtomicInteger();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Recognizer limited =
            new TimeLimitedRecognizer(new Obedient(), Duration.ofMillis(200), executor, exceeded::incrementAndGet);

    @AfterEach
    void stop() {
        end.countDown();
        executor.shutdownNow();
    }

    @Test
    void whatIsDoneInTimeIsPassedOn() {
        assertThat(limited.recognize(EASY).predictions())
                .extracting(Prediction::label)
                .containsExactly("zebra");
        assertThat(limited.modelId()).isEqualTo("obedient");
        assertThat(exceeded).hasValue(0);
    }

    @Test
    void aPictureThatTakesLongerIsRejectedAndReported() {
        assertThatExceptionOfType(RejectedImage.class)
                .isThrownBy(() -> limited.recognize(ENDLESS))
                .satisfies(rejected -> assertThat(rejected.problem().kind()).isEqualTo(Problem.Kind.TOO_SLOW));
        assertThat(exceeded).hasValue(1);
    }

    @Test
    void whatIsThrownIsPassedOn() {
        assertThatExceptionOfType(RejectedImage.class)
                .isThrownBy(() -> limited.recognize(DAMAGED))
                .satisfies(rejected -> assertThat(rejected.problem().kind()).isEqualTo(Problem.Kind.UNDECODABLE_IMAGE));
        assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> limited.recognize(DEADLY));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(limited::check);
        assertThat(exceeded).hasValue(0);
    }

    private final class Obedient implements Recognizer {

        @Override
        public String modelId() {
            return "obedient";
        }

        @Override
        public void check() {
            throw new IllegalStateException("it was told to fail");
        }

        @Override
        public Recognition recognize(byte[] image) {
            switch (image[0]) {
                case 1 -> waitForTheEnd();
                case 2 -> throw new RejectedImage(Problem.Kind.UNDECODABLE_IMAGE, "It is damaged.");
                case 3 -> throw new StackOverflowError("it was told to");
                default -> {}
            }
            return new Recognition(List.of(new Prediction("zebra", 340, 1)), Duration.ZERO, Duration.ZERO);
        }

        private void waitForTheEnd() {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
