package dev.elasticrecognition.domain.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How many instances there shall be, and why. A rule finds the need; the rules around it may raise or cap what follows
 * from it, and each says so.
 *
 * @param need how many the work needs, 0 or more
 * @param desiredCapacity how many there shall be, 0 or more
 * @param formula how the need was found, in words and numbers
 * @param limits what raised or capped the desired capacity, innermost first; empty if it is the need
 * @param whyNotMore why more are not desired
 * @param whyNotLess why fewer are not enough
 */
public record ScalingDecision(
        int need, int desiredCapacity, String formula, List<String> limits, String whyNotMore, String whyNotLess) {

    public ScalingDecision {
        Objects.requireNonNull(formula, "formula");
        Objects.requireNonNull(whyNotMore, "whyNotMore");
        Objects.requireNonNull(whyNotLess, "whyNotLess");
        limits = List.copyOf(limits);
        if (need < 0 || desiredCapacity < 0) {
            throw new IllegalArgumentException(
                    "Need and desired capacity are 0 or more, not %d and %d".formatted(need, desiredCapacity));
        }
    }

    /** A decision for exactly what is needed. */
    public static ScalingDecision of(int need, String formula, String whyNotMore, String whyNotLess) {
        return new ScalingDecision(need, need, formula, List.of(), whyNotMore, whyNotLess);
    }

    /** At least so many; this decision if it has as many already. */
    public ScalingDecision raisedTo(int least, String why) {
        return least <= desiredCapacity ? this : new ScalingDecision(need, least, formula, and(why), whyNotMore, why);
    }

    /** At most so many; this decision if it has no more anyway. */
    public ScalingDecision cappedAt(int most, String why) {
        return most >= desiredCapacity ? this : new ScalingDecision(need, most, formula, and(why), why, whyNotLess);
    }

    /** All of it in one sentence for the operator. */
    public String reason() {
        return limits.isEmpty() ? formula : formula + "; " + String.join("; ", limits);
    }

    private List<String> and(String limit) {
        List<String> all = new ArrayList<>(limits);
        all.add(limit);
        return all;
    }
}
