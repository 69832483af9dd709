package dev.elasticrecognition.domain.scaling;

import java.time.Duration;

/**
 * As few instances as answer each request within an objective, planned for half of it: the other half is for what cannot
 * be known.
 *
 * <p>With <i>λ</i> the arrival rate, <i>μ</i> the service rate of an instance, <i>R = λ/μ</i> the offered load, <i>Q</i>
 * the work that is there and <i>D</i> half of the objective, the need is the most of
 *
 * <ul>
 *   <li>the stream: square-root staffing <i>⌈R + β√(R · min(1, 1/(μD)))⌉</i> with the higher rate of the last minute and the
 *       last five (Halfin and Whitt; the root shrinks as requests may wait for longer than they take, since what varies
 *       within <i>D</i> evens out);
 *   <li>a burst: <i>⌈λτ/(μ(τ + D))⌉</i>, which is what answers the arrivals of the last <i>τ</i> = 10 s, and 60 s, while they
 *       come and until <i>D</i> after;
 *   <li>the backlog: <i>⌈Q/(μD)⌉</i>, what answers the work that is there within <i>D</i>;
 *   <li>catching up: the present capacity, and what answers within <i>D</i> the work that will be left when a machine
 *       launched now has been working for <i>D</i>, <i>⌈(Q + A − μ(nH + Σ(H − b)))/(μD)⌉</i> with <i>H</i> = boot time +
 *       <i>D</i>, <i>A</i> the arrivals until then, <i>n</i> machines ready and <i>b</i> the time that each booting one
 *       still needs; one that is {@linkplain Observation#remainingBoots overdue} is not counted on. For half
 *       of a boot, but half a minute at most, requests are expected to come as in the last ten seconds, if that is more,
 *       and then as <i>λ</i> says.
 * </ul>
 *
 * <p>Nothing is needed when nothing is there to be answered, if either nothing has come for 10 s or a boot takes less than
 * the objective. What was needed lately is for {@link KeptForAWindow} to keep.
 *
 * @param objective within how much time a request shall be answered, above 0
 * @param headroom <i>β</i>, 0 to 10: 1 to 2 is usual
 */
public record LatencyObjective(Duration objective, double headroom) implements ScalingPolicy {

    private static final double PLANNED = 0.5;
    private static final double GOES_ON = 30;

    public LatencyObjective {
        if (objective.isNegative() || objective.isZero()) {
            throw new IllegalArgumentException("An objective is above 0, not " + objective);
        }
        if (!(headroom >= 0 && headroom <= 10)) {
            throw new IllegalArgumentException("A headroom is 0 to 10, not " + headroom);
        }
    }

    @Override
    public ScalingDecision decide(Observation now, RecentNeeds past) {
        if (isIdle(now)) {
            String idle = "nothing is to be done";
            return ScalingDecision.of(0, idle, idle, idle);
        }
        return new Plan(now, PLANNED * seconds(objective), headroom).decision();
    }

    private boolean isIdle(Observation now) {
        boolean bootsInTime = now.performance().bootTime().compareTo(objective) < 0;
        return now.demand().work() == 0
                && (bootsInTime || now.traffic().arrivals().tenSeconds() == 0);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    /**
     * The parts of the need.
     *
     * @param within <i>D</i>, seconds above 0
     */
    private record Plan(Observation now, double within, double headroom) {

        ScalingDecision decision() {
            int need = Math.max(Math.max(stream(), burst()), Math.max(backlog(), catchUp()));
            return ScalingDecision.of(
                    need,
                    "%.2f/s arriving at %.2f/s an instance need %d; bursts as lately %d; %d requests within %.1f s %d; %s"
                            .formatted(
                                    arrivals(),
                                    rate(),
                                    stream(),
                                    burst(),
                                    work(),
                                    within,
                                    backlog(),
                                    catchUp() == 0
                                            ? "those there suffice after a boot"
                                            : "to catch up after a boot " + catchUp()),
                    "%d answer what is there and what arrives within %.1f s, a boot apart".formatted(need, within),
                    whyNotLess(need));
        }

        private String whyNotLess(int need) {
            int fewer = need - 1;
            if (need == backlog()) {
                return "%d would not answer %d requests within %.1f s".formatted(fewer, work(), within);
            }
            if (need == catchUp()) {
                return "%d would be late for longer once they are ready".formatted(fewer);
            }
            return need == stream()
                    ? "%d have no headroom for %.2f/s".formatted(fewer, arrivals())
                    : "%d would not answer a burst as lately within %.1f s".formatted(fewer, within);
        }

        private int stream() {
            double load = arrivals() / rate();
            return (int) Math.ceil(load + headroom * Math.sqrt(load * Math.min(1, 1 / (rate() * within))));
        }

        private int burst() {
            Rates lately = now.traffic().arrivals();
            return Math.max(burst(lately.tenSeconds(), 10), burst(lately.minute(), 60));
        }

        private int burst(double arrivals, double length) {
            return (int) Math.ceil(arrivals * length / (rate() * (length + within)));
        }

        private int backlog() {
            return (int) Math.ceil(work() / (rate() * within));
        }

        private int catchUp() {
            int ready = now.supply().ready();
            double boot = seconds(now.performance().bootTime());
            double horizon = boot + within;
            double booting = now.remainingBoots().stream()
                    .mapToDouble(left -> horizon - seconds(left))
                    .sum();
            double left =
                    work() + expected(horizon, Math.min(GOES_ON, boot / 2)) - rate() * (ready * horizon + booting);
            return left <= 0 ? 0 : now.supply().capacity() + (int) Math.ceil(left / (rate() * within));
        }

        /** Arrivals within so many seconds, if they go on as just now for some of them. */
        private double expected(double seconds, double asJustNow) {
            double lately = Math.max(arrivals(), now.traffic().arrivals().tenSeconds());
            return lately * asJustNow + arrivals() * (seconds - asJustNow);
        }

        private double arrivals() {
            Rates lately = now.traffic().arrivals();
            return Math.max(lately.minute(), lately.fiveMinutes());
        }

        private double rate() {
            return now.performance().serviceRate();
        }

        private int work() {
            return now.demand().work();
        }
    }
}
