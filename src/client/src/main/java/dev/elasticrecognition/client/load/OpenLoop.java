package dev.elasticrecognition.client.load;

import java.io.IOException;
import java.util.Locale;
import java.util.PrimitiveIterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Requests that come at their own pace, whatever the service does: each has an intended start and is sent then, however many
 * are still under way.
 *
 * <p>Latency is measured from the intended start. A generator that measures from when it gets around to send, or that waits for
 * answers before it goes on, leaves out just the requests that would have met a stalled service: Gil Tene's coordinated
 * omission. HdrHistogram can make such values up afterwards ({@code recordValueWithExpectedInterval}, see its documentation);
 * where starts are known, as here and in his wrk2, nothing is left out that would have to be made up.
 */
public final class OpenLoop implements Loop {

    private final String description;
    private final Supplier<LongStream> starts;

    private OpenLoop(String description, Supplier<LongStream> starts) {
        this.description = description;
        this.starts = starts;
    }

    /**
     * Evenly spaced requests.
     *
     * @param rate requests per second, above 0
     */
    public static OpenLoop at(double rate, Bounds bounds) {
        double gap = TimeUnit.SECONDS.toNanos(1) / rate;
        return new OpenLoop(
                String.format(Locale.ROOT, "open loop: %s requests/s", plain(rate)),
                () -> bounds.cut(LongStream.iterate(0, number -> number + 1).map(number -> Math.round(number * gap))));
    }

    /**
     * Requests as a trace has them.
     *
     * @param speed 2 for twice as fast, 0.5 for half; above 0
     * @throws IOException if the file can't be read or holds something else
     */
    public static OpenLoop of(ArrivalTrace trace, double speed, Bounds bounds) throws IOException {
        long[] offsets = trace.offsets();
        return new OpenLoop(
                "open loop: arrivals of %s%s"
                        .formatted(
                                trace.file().getFileName(),
                                speed == 1 ? "" : ", %s times as fast".formatted(plain(speed))),
                () -> bounds.cut(LongStream.of(offsets).map(offset -> Math.round(offset / speed))));
    }

    /** The intended starts, in order. */
    LongStream starts() {
        return starts.get();
    }

    @Override
    public void run(Target target, Recording recording) throws InterruptedException {
        PrimitiveIterator.OfLong due = starts().iterator();
        while (due.hasNext()) {
            long intended = due.nextLong();
            awaitUntil(intended, recording);
            var unused = recording.send(intended, target);
        }
        recording.awaitAll();
    }

    @Override
    public String description() {
        return description;
    }

    private static void awaitUntil(long intended, Recording recording) throws InterruptedException {
        for (long left = intended - recording.now(); left > 0; left = intended - recording.now()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while waiting for the next request's start");
            }
        }
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
