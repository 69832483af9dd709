package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.cost.Meter;
import dev.elasticrecognition.domain.cost.Spending;
import dev.elasticrecognition.domain.history.Sample;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the fleet costs.
 *
 * @param currency of all prices
 * @param hourlyPrice of one instance, as it is configured
 * @param total since it is counted
 * @param lastHour in the last hour, as far as it's known; absent if nothing of it is
 */
@JsonbPropertyOrder({"currency", "hourlyPrice", "total", "lastHour"})
public record CostDocument(String currency, double hourlyPrice, SpendingDocument total, SpendingDocument lastHour) {

    static CostDocument of(HourlyPrice price, Meter meter, Optional<Sample> anHourAgo) {
        return new CostDocument(
                "USD",
                price.dollars(),
                SpendingDocument.of(meter.since(), meter.total(), price),
                anHourAgo
                        .map(sample -> SpendingDocument.of(
                                sample.at(), meter.total().since(sample.spent().orElseThrow()), price))
                        .orElse(null));
    }

    /**
     * What was spent in a time; see {@link Spending}.
     *
     * @param since ISO 8601, UTC
     * @param pricePerThousand of a thousand images; absent if there was none, as the ratio
     * @param ratio paid time over pure work time
     */
    @JsonbPropertyOrder({"since", "instanceHours", "price", "images", "pricePerThousand", "ratio"})
    public record SpendingDocument(
            String since, double instanceHours, double price, long images, Double pricePerThousand, Double ratio) {

        static SpendingDocument of(Instant since, Spending spent, HourlyPrice price) {
            return new SpendingDocument(
                    since.toString(),
                    spent.instanceHours(),
                    spent.price(price.dollars()),
                    spent.images(),
                    orNull(spent.pricePerThousand(price.dollars())),
                    orNull(spent.ratio()));
        }

        private static Double orNull(OptionalDouble known) {
            return known.isPresent() ? known.getAsDouble() : null;
        }
    }
}
