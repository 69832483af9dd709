package dev.elasticrecognition.client.load;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * So many clients, each of which sends the next image when it knows what became of the last one. A client that is refused
 * leaves the service alone as long as it asks for.
 *
 * <p>Such clients send less when the service is slow, so their latencies are those of so many patient clients and not of
 * traffic that comes at its own pace; that is what {@link OpenLoop} is for.
 *
 * @param clients 1 or more
 */
public record ClosedLoop(int clients, Bounds bounds) implements Loop {

    @Override
    public void run(Target target, Recording recording) throws InterruptedException {
        AtomicLong left = new AtomicLong(bounds.images());
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            Callable<Void> client = () -> {
                sendUntilTheEnd(target, recording, left);
                return null;
            };
            for (Future<Void> one : threads.invokeAll(Collections.nCopies(clients, client))) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A client broke: " + e.getCause(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    @Override
    public String description() {
        return "closed loop: %d %s".formatted(clients, clients == 1 ? "client" : "clients");
    }

    private void sendUntilTheEnd(Target target, Recording recording, AtomicLong left)
            throws InterruptedException, ExecutionException {
        while (recording.now() < bounds.nanos() && left.getAndDecrement() > 0) {
            Outcome outcome = recording.send(recording.now(), target).get();
            Thread.sleep(outcome.pause().toMillis());
        }
    }
}
