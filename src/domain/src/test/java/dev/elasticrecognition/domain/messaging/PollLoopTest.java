package dev.elasticrecognition.domain.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class PollLoopTest {

    @Test
    void itPollsUntilItIsStopped() {
        AtomicInteger polls = new AtomicInteger();
        AtomicReference<PollLoop> self = new AtomicReference<>();
        self.set(new PollLoop("nothing", () -> {
            if (polls.incrementAndGet() == 3) {
                self.get().stop();
            }
        }));

        self.get().run();

        assertThat(polls).hasValue(3);
    }

    @Test
    void itGoesOnAfterAPollThatFails() {
        AtomicInteger polls = new AtomicInteger();
        AtomicReference<PollLoop> self = new AtomicReference<>();
        self.set(new PollLoop("nothing", () -> {
            if (polls.incrementAndGet() == 1) {
                throw new Unavailable("poll", new IllegalStateException("the queue is away"));
            }
            self.get().stop();
        }));

        self.get().run();

        assertThat(polls).hasValue(2);
    }

    @Test
    void anInterruptEndsAPauseAndTheLoop() throws InterruptedException {
        CountDownLatch failed = new CountDownLatch(1);
        PollLoop loop = new PollLoop("nothing", () -> {
            failed.countDown();
            throw new Unavailable("poll", new IllegalStateException("the queue is away"));
        });
        Thread thread = new Thread(loop);
        thread.start();
        assertThat(failed.await(5, TimeUnit.SECONDS)).isTrue();

        thread.interrupt();

        thread.join(5_000);
        assertThat(thread.isAlive()).isFalse();
    }
}
