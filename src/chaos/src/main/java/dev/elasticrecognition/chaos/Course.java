package dev.elasticrecognition.chaos;

import dev.elasticrecognition.chaos.load.Load;
import dev.elasticrecognition.chaos.load.Pictures;
import dev.elasticrecognition.chaos.schedule.Schedule;
import dev.elasticrecognition.chaos.strikes.Disaster;
import dev.elasticrecognition.chaos.system.Census;
import dev.elasticrecognition.chaos.system.FrontEnd;
import dev.elasticrecognition.chaos.system.LocalSystem;
import dev.elasticrecognition.chaos.system.Stores;
import dev.elasticrecognition.chaos.verdict.Inquiry;
import dev.elasticrecognition.chaos.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * A run from beginning to end.
 *
 * @param home the checkout
 * @param data where the local system keeps everything
 * @param seed of the schedule
 * @param duration of load and accidents
 * @param rate pictures a second
 * @param clients how many send them
 * @param maximum how many instances there may be
 * @param patience how long the system may take to come to rest
 * @param notices hears, a line each, what happens
 */
record Course(
        Path home,
        Path data,
        long seed,
        Schedule schedule,
        Duration duration,
        double rate,
        int clients,
        int maximum,
        Duration patience,
        Consumer<String> notices) {

    /** Starts the system, lets everything happen, and judges. */
    Verdict run() throws IOException, InterruptedException {
        Pictures pictures = new Pictures(home.resolve("src/onnx/src/test/resources/pictures"));
        notices.accept("starting the local system in " + data);
        try (LocalSystem system = LocalSystem.start(home, data, maximum, notices);
                Stores stores = system.stores();
                Load load = new Load(system.frontEnd(), pictures, clients);
                Census census = Census.of(system.instances())) {
            FrontEnd front = new FrontEnd(
                    system.frontEnd(),
                    system.password()
                            .orElseThrow(() -> new IOException(
                                    data + " has been used before: give a directory of its own to each run")));
            Map<String, String> labels = load.labels();
            if (labels.size() < pictures.different()) {
                throw new IOException(
                        "The pictures have no labels before anything went wrong; see the logs in " + data);
            }
            notices.accept(
                    "%d accidents in %d s begin".formatted(schedule.accidents().size(), duration.toSeconds()));
            Disaster disaster = new Disaster(system, stores, load, seed, notices);
            int struck = together(disaster, load);
            if (system.end().isPresent()) {
                return Verdict.ofGivenUp(system.end().get());
            }
            disaster.end();
            notices.accept("%d accidents struck; now everything is answered and comes to rest".formatted(struck));
            Verdict verdict =
                    Verdict.of(new Inquiry(system, stores, front, load, census).gather(labels, maximum, patience));
            notices.accept("%d pictures were sent; there were %d instances at most"
                    .formatted(load.uploads().size(), census.most()));
            return verdict;
        }
    }

    private int together(Disaster disaster, Load load) throws InterruptedException {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> struck = thread.submit(() -> disaster.strike(schedule));
            load.run(rate, duration, patience);
            return struck.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            thread.shutdownNow();
        }
    }
}
