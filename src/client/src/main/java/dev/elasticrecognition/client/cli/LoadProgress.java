package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.load.Recording;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Says every ten seconds how far a load is, until it is closed. */
final class LoadProgress implements AutoCloseable {

    private static final int PERIOD_SECONDS = 10;

    private final ScheduledExecutorService saying = Executors.newSingleThreadScheduledExecutor();

    LoadProgress(Recording recording, Consumer<String> say) {
        var unused = saying.scheduleAtFixedRate(
                () -> say.accept(recording.progress()), PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        saying.shutdownNow();
    }
}
