package dev.elasticrecognition.domain.scaling;

import java.time.Duration;

/**
 * What instances are capable of, as measured; until there is a measurement, as expected.
 *
 * @param serviceRate requests that one ready instance answers in a second when it has enough of them, above 0
 * @param bootTime from a launch to the first heartbeat, the median, 0 or more
 */
public record Performance(double serviceRate, Duration bootTime) {

    public Performance {
        if (!(serviceRate > 0) || Double.isInfinite(serviceRate)) {
            throw new IllegalArgumentException("A service rate is above 0, not " + serviceRate);
        }
        if (bootTime.isNegative()) {
            throw new IllegalArgumentException("A boot time is 0 or more, not " + bootTime);
        }
    }
}
