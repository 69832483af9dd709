package dev.elasticrecognition.domain.cost;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What was paid for, and what came of it.
 *
 * @param paid the time that instances are billed for, all of them together, 0 or more
 * @param work the time that instances would have taken if they had been busy all along, 0 or more
 * @param images requests that were answered
 */
public record Spending(Duration paid, Duration work, long images) {

    public static final Spending NONE = new Spending(Duration.ZERO, Duration.ZERO, 0);

    private static final double HOUR = 3600;

    public Spending {
        Objects.requireNonNull(paid, "paid");
        Objects.requireNonNull(work, "work");
    }

    Spending plus(Spending more) {
        return new Spending(paid.plus(more.paid), work.plus(more.work), images + more.images);
    }

    /** What was spent since an earlier moment; all of it, if more was spent by then than now: the count began anew. */
    public Spending since(Spending earlier) {
        boolean anew = earlier.paid.compareTo(paid) > 0 || earlier.images > images;
        return anew ? this : new Spending(paid.minus(earlier.paid), work.minus(earlier.work), images - earlier.images);
    }

    public double instanceHours() {
        return seconds(paid) / HOUR;
    }

    /** In the currency of the price of an instance for an hour. */
    public double price(double hourly) {
        return instanceHours() * hourly;
    }

    /** The same for a thousand images; empty if there was none. */
    public OptionalDouble pricePerThousand(double hourly) {
        return images == 0 ? OptionalDouble.empty() : OptionalDouble.of(price(hourly) / images * 1000);
    }

    /** Paid time over the time that had to be worked anyway, 1 at best; empty if no work was done. */
    public OptionalDouble ratio() {
        return work.isZero() ? OptionalDouble.empty() : OptionalDouble.of(seconds(paid) / seconds(work));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
