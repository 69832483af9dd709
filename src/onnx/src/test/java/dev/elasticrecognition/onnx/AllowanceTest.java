package dev.elasticrecognition.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AllowanceTest {

    private final Allowance allowance = new Allowance(10);

    @Test
    void neverIsMoreTakenThanThereIs() throws InterruptedException {
        AtomicInteger taken = new AtomicInteger();
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = IntStream.range(0, 200)
                .mapToObj(i -> thread(1 + i % 7, () -> {
                    seen.add(taken.addAndGet(1 + i % 7));
                    taken.addAndGet(-1 - i % 7);
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(seen).hasSize(200).allMatch(most -> most <= 10);
    }

    @Test
    void whoNeedsMuchIsNotPassedOverByWhoNeedsLittle() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Thread first = thread(5, () -> awaitUninterruptibly(end));
        awaitWaiting(first);
        Thread large = thread(10, () -> order.add("large"));
        awaitWaiting(large);
        Thread small = thread(1, () -> order.add("small"));
        awaitWaiting(small);

        end.countDown();
        large.join();
        small.join();

        assertThat(order).containsExactly("large", "small");
    }

    @Test
    void whoNeedsMoreThanThereIsGetsAll() {
        assertThat(allowance.<String>with(11, () -> "done")).isEqualTo("done");
    }

    @Test
    void workThatFailsGivesItsPartBack() {
        assertThatIllegalStateException()
                .isThrownBy(() -> allowance.with(10, () -> {
                    throw new IllegalStateException("broken");
                }));

        assertThat(allowance.<String>with(10, () -> "done")).isEqualTo("done");
    }

    private Thread thread(int part, Runnable work) {
        Thread thread = new Thread(() -> allowance.with(part, () -> {
            work.run();
            return null;
        }));
        thread.start();
        return thread;
    }

    private static void awaitWaiting(Thread thread) {
        await().until(() -> thread.getState() == Thread.State.WAITING);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
