package dev.elasticrecognition.onnx;

import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Runs a network for many callers at once. Each caller hands in one picture, waits until cores are free, and then takes
 * whatever is waiting, up to a batch, its own picture or others': nobody ever waits for a batch to fill, and a lone picture
 * is run at once. The cores allow so many runs at a time.
 *
 * <p>Nobody is left behind: each caller that is still to take a batch stands for one waiting picture at least.
 *
 * <p>Safe for use by several threads.
 */
final class Batching {

    /** A network, as far as it matters here. */
    @FunctionalInterface
    interface Run {

        /** The probabilities of each picture's classes, in the order of the inputs. */
        List<float[]> probabilities(List<FloatBuffer> inputs);
    }

    /**
     * What a run says of one picture.
     *
     * @param probabilities of each class
     * @param duration how long the whole run took
     */
    @SuppressWarnings("ArrayRecordComponent") // It is read once.
    record Output(float[] probabilities, Duration duration) {}

    private record Waiting(FloatBuffer input, CompletableFuture<Output> output) {}

    private final Run network;
    private final Execution execution;
    private final Allowance cores;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();

    Batching(Run network, Execution execution, Allowance cores) {
        this.network = network;
        this.execution = execution;
        this.cores = cores;
    }

    /**
     * Runs the network on one picture, perhaps together with others.
     *
     * @param input of one picture; not to be touched until this returns
     * @throws IllegalStateException if the network failed
     */
    Output run(FloatBuffer input) {
        Waiting own = new Waiting(input, new CompletableFuture<>());
        queue.add(own);
        cores.with(execution.threads(), this::runWhatIsWaiting);
        try {
            return own.output().join();
        } catch (CompletionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }

    private Void runWhatIsWaiting() {
        List<Waiting> batch = new ArrayList<>();
        Waiting next = queue.poll();
        while (next != null) {
            batch.add(next);
            next = batch.size() < execution.batch() ? queue.poll() : null;
        }
        if (!batch.isEmpty()) {
            answer(batch);
        }
        return null;
    }

    private void answer(List<Waiting> batch) {
        try {
            long start = System.nanoTime();
            List<float[]> outputs =
                    network.probabilities(batch.stream().map(Waiting::input).toList());
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).output().complete(new Output(outputs.get(i), duration));
            }
        } catch (RuntimeException | Error failure) {
            batch.forEach(waiting -> waiting.output().completeExceptionally(failure));
        }
    }
}
