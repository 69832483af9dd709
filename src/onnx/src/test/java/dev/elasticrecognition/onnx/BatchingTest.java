package dev.elasticrecognition.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With a network that answers each picture with its own value, doubled. */
class BatchingTest {

    private static final List<ExecutionProvider> CPU = List.of(ExecutionProvider.CPU);

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    private final Allowance cores = new Allowance(1);

    @AfterEach
    void endCallers() {
        callers.shutdownNow();
    }

    @Test
    void aLonePictureIsRunAtOnce() {
        assertThat(batching(8, this::doubled).run(picture(21)).probabilities()).containsExactly(42);
        assertThat(sizes).containsExactly(1);
    }

    @Test
    void whatWaitsIsRunTogetherUpToABatchAndEachGetsItsOwnAnswer() throws Exception {
        Batching batching = batching(4, this::doubled);

        List<Future<Float>> answers = whileCoresAreTaken(() -> calls(batching, 9));

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).isEqualTo(2 * i);
        }
        assertThat(sizes).containsExactly(4, 4, 1);
    }

    @Test
    void aNetworkThatFailsFailsItsBatchAndNobodyElse() throws Exception {
        Batching batching = batching(2, inputs -> {
            if (inputs.stream().anyMatch(input -> input.get(0) == 0)) {
                throw new IllegalStateException("zero");
            }
            return doubled(inputs);
        });

        List<Future<Float>> answers = whileCoresAreTaken(() -> calls(batching, 4));

        for (int i = 0; i < 2; i++) {
            Future<Float> failed = answers.get(i);
            assertThatThrownBy(failed::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("zero");
        }
        assertThat(answers.get(2).get()).isEqualTo(4);
        assertThat(answers.get(3).get()).isEqualTo(6);
    }

    @Test
    void whatTheNetworkThrowsIsTheCause() {
        Batching batching = batching(1, inputs -> {
            throw new IllegalStateException("no memory");
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> batching.run(picture(1)))
                .withMessage("no memory");
    }

    @Test
    void manyCallersAllGetTheirAnswers() throws Exception {
        Batching batching = new Batching(this::doubled, new Execution(1, 3, CPU), new Allowance(2));

        List<Future<Float>> answers = IntStream.range(0, 2000)
                .mapToObj(value -> callers.submit(() -> answer(batching, value)))
                .toList();

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).isEqualTo(2 * i);
        }
        assertThat(sizes).allMatch(size -> size <= 3);
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2000);
    }

    private List<float[]> doubled(List<FloatBuffer> inputs) {
        sizes.add(inputs.size());
        return inputs.stream().map(input -> new float[] {2 * input.get(0)}).toList();
    }

    private Batching batching(int most, Batching.Run network) {
        return new Batching(network, new Execution(1, most, CPU), cores);
    }

    /** Pictures come one after another, the next when the one before waits. */
    private List<Future<Float>> calls(Batching batching, int count) {
        return IntStream.range(0, count)
                .mapToObj(value -> {
                    CompletableFuture<Thread> caller = new CompletableFuture<>();
                    Future<Float> answer = callers.submit(() -> {
                        caller.complete(Thread.currentThread());
                        return answer(batching, value);
                    });
                    await().until(() -> caller.join().getState() == Thread.State.WAITING);
                    return answer;
                })
                .toList();
    }

    private <T> T whileCoresAreTaken(Callable<T> work) throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        callers.execute(() -> cores.with(1, () -> {
            taken.countDown();
            return awaited(end);
        }));
        taken.await();
        try {
            return work.call();
        } finally {
            end.countDown();
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static float answer(Batching batching, int value) {
        return batching.run(picture(value)).probabilities()[0];
    }

    private static FloatBuffer picture(int value) {
        return FloatBuffer.wrap(new float[] {value});
    }
}
