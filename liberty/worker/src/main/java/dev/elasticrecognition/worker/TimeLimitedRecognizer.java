package dev.elasticrecognition.worker;

import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.Recognizer;
import dev.elasticrecognition.domain.recognition.RejectedImage;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets no picture be worked on for longer than a limit. Work on one that takes longer can't be ended from outside, so the
 * picture is rejected, and the process is no longer as good as new.
 */
final class TimeLimitedRecognizer implements Recognizer {

    private final Recognizer recognizer;
    private final Duration limit;
    private final ExecutorService executor;
    private final Runnable exceeded;

    /**
     * @param executor has a thread for each picture that is worked on
     * @param exceeded what is done when a picture takes longer, without being waited for
     */
    TimeLimitedRecognizer(Recognizer recognizer, Duration limit, ExecutorService executor, Runnable exceeded) {
        this.recognizer = recognizer;
        this.limit = limit;
        this.executor = executor;
        this.exceeded = exceeded;
    }

    @Override
    public String modelId() {
        return recognizer.modelId();
    }

    @Override
    public Recognition recognize(byte[] image) {
        return within(executor.submit(() -> recognizer.recognize(image)));
    }

    @Override
    public void check() {
        recognizer.check();
    }

    private Recognition within(Future<Recognition> recognition) {
        try {
            return recognition.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            recognition.cancel(true);
            exceeded.run();
            throw new RejectedImage(
                    Problem.Kind.TOO_SLOW,
                    "Recognition took longer than %d s, the limit. Send a smaller or simpler picture."
                            .formatted(limit.toSeconds()),
                    e);
        } catch (InterruptedException e) {
            recognition.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The worker ends while a picture is recognised", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }
}
