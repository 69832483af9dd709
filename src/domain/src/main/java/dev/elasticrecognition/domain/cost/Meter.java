package dev.elasticrecognition.domain.cost;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts what the fleet costs and does, from one reading to the next. As it remembers when it was read and how much each
 * instance had done by then, whoever reads it next, and however late, misses nothing of the instances that are still there.
 *
 * @param since when it began to count
 * @param at when it was read last
 * @param total what was spent in between
 * @param counted the instances that were there, and what they had done
 */
public record Meter(Instant since, Instant at, Spending total, List<Counted> counted) {

    private static final Duration SHOWN = Duration.ofMinutes(5);

    public Meter {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(total, "total");
        counted = List.copyOf(counted);
    }

    /** A meter that has counted nothing yet. */
    public static Meter begin(Instant now) {
        return new Meter(now, now, Spending.NONE, List.of());
    }

    /**
     * The meter as it stands now.
     *
     * @param running the instances that run or are about to
     * @param serviceRate requests that one of them answers in a second if it's busy, above 0
     */
    public Meter read(Instant now, List<Running> running, double serviceRate) {
        if (now.isBefore(at)) {
            return this;
        }
        Map<String, Counted> before =
                counted.stream().collect(Collectors.toMap(Counted::instance, Function.identity()));
        Duration paid = Duration.ZERO;
        long images = 0;
        List<Counted> present = new ArrayList<>();
        for (Running instance : running) {
            Counted last = before.getOrDefault(instance.id(), unseen(instance));
            boolean isNew = !before.containsKey(instance.id()) && isNew(instance);
            paid = paid.plus(
                    isNew
                            ? Billing.until(now, instance.launchedAt())
                            : Billing.between(at, now, instance.launchedAt()));
            images += doneSince(last, instance);
            present.add(new Counted(instance.id(), instance.done()));
        }
        Duration work = Duration.ofNanos(Math.round(images / serviceRate * 1e9));
        return new Meter(since, now, total.plus(new Spending(paid, work, images)), present);
    }

    /** The cloud may take minutes to show an instance; one that is older and unknown was hidden for a while, or is another's. */
    private boolean isNew(Running instance) {
        Instant shown = at.minus(SHOWN);
        return !instance.launchedAt().isBefore(shown.isAfter(since) ? shown : since);
    }

    private Counted unseen(Running instance) {
        return new Counted(instance.id(), isNew(instance) ? 0 : instance.done());
    }

    /** A worker that began anew has done what it says. */
    private static long doneSince(Counted last, Running instance) {
        return instance.done() < last.done() ? instance.done() : instance.done() - last.done();
    }

    /**
     * An instance that costs.
     *
     * @param id its id
     * @param launchedAt when it was launched or started
     * @param done requests that its worker has answered since it started
     */
    public record Running(String id, Instant launchedAt, long done) {}

    /**
     * What an instance had done at the last reading.
     *
     * @param instance its id
     * @param done requests that its worker had answered
     */
    public record Counted(String instance, long done) {}
}
