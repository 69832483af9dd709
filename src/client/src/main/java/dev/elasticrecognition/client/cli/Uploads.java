package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.ProblemException;
import dev.elasticrecognition.client.Recognition;
import dev.elasticrecognition.client.RecognitionClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Sends files, some at the same time, and reports each. */
record Uploads(RecognitionClient client, Duration patience, Report report) {

    /** Returns when the last file is reported. */
    void send(List<Path> files, int concurrency) throws InterruptedException {
        ExecutorService senders = Executors.newFixedThreadPool(concurrency);
        try {
            files.forEach(file -> senders.execute(() -> send(file)));
            senders.shutdown();
            senders.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } finally {
            senders.shutdownNow();
        }
    }

    private void send(Path file) {
        try {
            report(file, client.recognize(file, patience));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            report.failed(file, "interrupted");
        } catch (ProblemException e) {
            report.failed(file, e.problem().explanation());
        } catch (IOException | RuntimeException e) {
            report.failed(file, Failures.sentence(e));
        }
    }

    private void report(Path file, Recognition recognition) {
        if (recognition instanceof Recognition.Succeeded succeeded) {
            report.succeeded(file, succeeded);
        } else if (recognition instanceof Recognition.Failed failed) {
            report.failed(file, failed.problem().explanation());
        } else {
            report.failed(
                    file,
                    "no answer within %d s; it is still waiting as %s"
                            .formatted(patience.toSeconds(), recognition.id()));
        }
    }
}
