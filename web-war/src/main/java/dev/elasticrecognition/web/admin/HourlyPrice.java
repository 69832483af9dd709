package dev.elasticrecognition.web.admin;

/**
 * What an instance costs in an hour.
 *
 * @param dollars US dollars, 0 or more
 */
public record HourlyPrice(double dollars) {

    static final String KEY = "elastic.cost.hourly-price";

    public HourlyPrice {
        if (!(dollars >= 0) || Double.isInfinite(dollars)) {
            throw new IllegalArgumentException("%s must be 0 or more, not %s".formatted(KEY, dollars));
        }
    }
}
