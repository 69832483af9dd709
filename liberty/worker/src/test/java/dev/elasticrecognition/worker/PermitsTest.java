package dev.elasticrecognition.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class PermitsTest {

    private final Permits permits = new Permits(4);

    @Test
    void asManyAreTakenAsAreFreeAndAsked() throws InterruptedException {
        assertThat(permits.take(2)).isEqualTo(2);
        permits.giveBack(1);
        assertThat(permits.take(10)).isEqualTo(3);
    }

    @Test
    void aLoneMessageIsNotWaitedFor() throws InterruptedException, ExecutionException {
        permits.take(1);

        assertThat(takenAfter(() -> {})).isEqualTo(3);
    }

    @Test
    void whoWaitsGetsThemWhenHalfAreFree() throws InterruptedException, ExecutionException {
        permits.take(4);

        assertThat(takenAfter(() -> {
                    permits.giveBack(1);
                    permits.giveBack(1);
                }))
                .isEqualTo(2);
    }

    @Test
    void aLowerLimitLetsNothingBeTakenUntilEnoughAreBack() throws InterruptedException, ExecutionException {
        permits.take(4);
        permits.limit(2);

        assertThat(takenAfter(() -> permits.giveBack(3))).isEqualTo(1);
    }

    @Test
    void whoWaitsForOneGetsNoneWhenTheyAreClosed() throws InterruptedException, ExecutionException {
        permits.take(4);

        assertThat(takenAfter(permits::close)).isZero();
    }

    @Test
    void closedOnesCannotBeTaken() throws InterruptedException {
        permits.close();

        assertThat(permits.take(1)).isZero();
    }

    @Test
    void theyAreDrainedWhenTheyAreClosedAndAllAreBack() throws InterruptedException {
        CompletableFuture<Void> drained = permits.drained();

        permits.take(1);
        permits.giveBack(1);
        assertThat(drained).isNotDone();

        permits.take(2);
        permits.close();
        permits.giveBack(1);
        assertThat(drained).isNotDone();

        permits.giveBack(1);
        assertThat(drained).isDone();
    }

    private int takenAfter(Runnable event) throws InterruptedException, ExecutionException {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> taken = other.submit(() -> permits.take(10));
            event.run();
            return taken.get();
        } finally {
            other.shutdownNow();
        }
    }
}
