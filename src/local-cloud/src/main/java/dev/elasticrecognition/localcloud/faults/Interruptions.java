package dev.elasticrecognition.localcloud.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who shall be told that its machine is taken back, and how long before it is.
 *
 * @param seconds from the notice to the end, over 0 to a day; the two minutes of EC2 if empty
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html">Spot Instance
 *     interruption notices</a>
 */
record Interruptions(List<String> instances, Optional<Integer> any, Optional<Double> seconds) implements Victims {

    private static final double TWO_MINUTES = 120;

    Interruptions {
        instances = Checks.orNone(instances);
        Victims.require(instances, any);
        seconds.ifPresent(Checks::requireTime);
    }

    Duration notice() {
        return Duration.ofMillis(Math.round(seconds.orElse(TWO_MINUTES) * 1000));
    }
}
