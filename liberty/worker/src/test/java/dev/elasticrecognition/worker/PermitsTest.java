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

    private final Permits permits = new Permits(3);

    @Test
    void asManyAreTakenAsAreFreeAndAsked() throws InterruptedException {
        assertThat(permits.take(2)).isEqualTo(2);
        assertThat(permits.take(10)).isEqualTo(1);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() throws InterruptedException {
        permits.take(3);
        permits.giveBack(2);

        assertThat(permits.take(10)).isEqualTo(2);
    }

    @Test
    void whoWaitsForOneGetsItWhenItIsGivenBack() throws InterruptedException, ExecutionException {
        permits.take(3);

        assertThat(takenAfter(() -> permits.giveBack(1))).isEqualTo(1);
    }

    @Test
    void whoWaitsForOneGetsNoneWhenTheyAreClosed() throws InterruptedException, ExecutionException {
        permits.take(3);

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
