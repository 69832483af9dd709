package dev.elasticrecognition.chaos.strikes;

import dev.elasticrecognition.chaos.load.Load;
import dev.elasticrecognition.chaos.schedule.Accident;
import dev.elasticrecognition.chaos.schedule.Schedule;
import dev.elasticrecognition.chaos.strikes.Strike.Struck;
import dev.elasticrecognition.chaos.system.Detour;
import dev.elasticrecognition.chaos.system.LocalSystem;
import dev.elasticrecognition.chaos.system.Stores;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;

/** Carries a schedule out. What has nobody to strike waits for somebody, for some seconds, and is left out then. */
public final class Disaster {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long BETWEEN_TRIES_MILLIS = 200;
    private static final int AT_ONCE = 32;

    private final LocalSystem system;
    private final FaultSwitch faults;
    private final Strikes strikes;
    private final Consumer<String> notices;

    /**
     * @param seed of the schedule, which also is the faults' own
     * @param notices hears, a line each, what strikes
     */
    public Disaster(LocalSystem system, Stores stores, Load load, long seed, Consumer<String> notices) {
        this.system = system;
        this.faults = new FaultSwitch(system.faults(), stores.accessKey(), seed);
        this.strikes = new Strikes(system, stores, load, faults);
        this.notices = notices;
    }

    /**
     * Returns when everything is over and taken back.
     *
     * @return how many accidents struck
     */
    public int strike(Schedule schedule) throws InterruptedException {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(AT_ONCE);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (Accident accident : schedule.accidents()) {
                all.add(threads.schedule(() -> strike(accident), accident.at().toMillis(), TimeUnit.MILLISECONDS));
            }
            int struck = 0;
            for (Future<Boolean> one : all) {
                struck += one.get() ? 1 : 0;
            }
            return struck;
        } catch (ExecutionException e) {
            throw new IllegalStateException("An accident broke off: " + e.getCause(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Ends all faults of the local cloud, what they brought on instances, and whatever goes on on the ways to it. */
    public void end() throws InterruptedException {
        system.detours().forEach(way -> way.turn(Detour.Weather.FINE));
        persistently(() -> {
            faults.clear();
            return Optional.of(true);
        });
    }

    private boolean strike(Accident accident) throws InterruptedException {
        Optional<Struck> struck = persistently(() -> strikes.of(accident.kind()).strike(accident));
        tell(accident, struck.map(Struck::what).orElse("nobody is there"));
        if (struck.isPresent()) {
            try {
                TimeUnit.MILLISECONDS.sleep(accident.length().toMillis());
            } finally {
                Strike.End end = struck.get().end();
                persistently(() -> {
                    end.run();
                    return Optional.of(true);
                });
            }
        }
        return struck.isPresent();
    }

    private void tell(Accident accident, String whom) {
        String time = accident.length().isZero()
                ? ""
                : String.format(Locale.ROOT, " for %.1f s", accident.length().toMillis() / 1000.0);
        notices.accept(String.format(
                Locale.ROOT, "%7.1f s  %s: %s%s", accident.at().toMillis() / 1000.0, accident.kind(), whom, time));
    }

    /** The local cloud may be away at the moment, by another accident. */
    private static <T> Optional<T> persistently(Act<T> act) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<T> done;
            try {
                done = act.run();
            } catch (IOException | SdkException | IllegalStateException cloudIsAway) {
                done = Optional.empty();
            }
            if (done.isPresent() || System.nanoTime() > end) {
                return done;
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
        }
    }

    @FunctionalInterface
    private interface Act<T> {
        Optional<T> run() throws IOException, InterruptedException;
    }
}
