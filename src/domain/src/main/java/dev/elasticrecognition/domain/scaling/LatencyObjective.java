package dev.elasticrecognition.domain.scaling;

import java.time.Duration;

/**
 * As few instances as answer each request within an objective.
 *
 * <p>With <i>λ</i> the arrival rate, <i>μ</i> the service rate of an instance, <i>R = λ/μ</i> the offered load, <i>Q</i>
 * the work that is there and <i>D</i> the objective, the need is the most of
 *
 * <ul>
 *   <li>square-root staffing <i>⌈R + β√R⌉</i> (Halfin and Whitt): what a steady stream of requests needs so that few wait;
 *   <li><i>⌈Q/(μD)⌉</i>: what answers the work that is there within the objective;
 *   <li>if those that are ready can't: the present capacity, and what is still to be done when a machine that is launched
 *       now has been working for <i>D</i>, <i>⌈(Q + λH − μ(nH + Σ(H − b)))/(μD)⌉</i> with <i>H</i> = boot time +
 *       <i>D</i>, <i>n</i> machines ready and <i>b</i> the time that each booting one still needs.
 * </ul>
 *
 * @param objective within how much time a request shall be answered, above 0
 * @param headroom <i>β</i>, 0 to 10: 1 to 2 is usual
 */
public record LatencyObjective(Duration objective, double headroom) implements ScalingPolicy {

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
        double arrivals = Math.max(
                now.traffic().arrivals().minute(), now.traffic().arrivals().fiveMinutes());
        double rate = now.performance().serviceRate();
        int work = now.demand().work();
        double within = seconds(objective);
        int steady = staffing(arrivals / rate);
        int present = (int) Math.ceil(work / (rate * within));
        int missing = missing(now, arrivals);
        int need = Math.max(Math.max(steady, present), missing);
        return ScalingDecision.of(
                need,
                "%.2f/s arriving at %.2f/s an instance needs %d; %d requests within %.1f s need %d; %s"
                        .formatted(
                                arrivals,
                                rate,
                                steady,
                                work,
                                within,
                                present,
                                missing == 0 ? "those ready suffice" : "by the time that others are ready " + missing),
                need == 0 ? "nothing is to be done" : "%d answer within %.1f s".formatted(need, within),
                need == 0
                        ? "nothing is to be done"
                        : "%d would take %.1f s and have no headroom"
                                .formatted(
                                        need - 1, need == 1 ? Double.POSITIVE_INFINITY : work / (rate * (need - 1))));
    }

    private int staffing(double load) {
        return (int) Math.ceil(load + headroom * Math.sqrt(load));
    }

    private int missing(Observation now, double arrivals) {
        double rate = now.performance().serviceRate();
        double within = seconds(objective);
        int ready = now.supply().ready();
        int work = now.demand().work();
        if (work <= rate * ready * within) {
            return 0;
        }
        double boot = seconds(now.performance().bootTime());
        double horizon = boot + within;
        double booting = now.supply().bootAges().stream()
                .mapToDouble(age -> horizon - Math.max(0, boot - seconds(age)))
                .sum();
        double left = work + arrivals * horizon - rate * (ready * horizon + booting);
        return left <= 0 ? 0 : now.supply().capacity() + (int) Math.ceil(left / (rate * within));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
