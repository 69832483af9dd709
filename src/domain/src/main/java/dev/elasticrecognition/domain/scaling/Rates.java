package dev.elasticrecognition.domain.scaling;

/**
 * How often something happens, measured over windows that end now. Each is in events per second, 0 or more.
 *
 * @param tenSeconds over the last 10 s
 * @param minute over the last 60 s
 * @param fiveMinutes over the last 300 s
 */
public record Rates(double tenSeconds, double minute, double fiveMinutes) {

    public static final Rates NONE = new Rates(0, 0, 0);

    public Rates {
        if (!(tenSeconds >= 0 && minute >= 0 && fiveMinutes >= 0)) {
            throw new IllegalArgumentException(
                    "Rates are 0 or more: %s, %s, %s".formatted(tenSeconds, minute, fiveMinutes));
        }
    }
}
