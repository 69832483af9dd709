package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.latency.LatencyHistogram;
import dev.elasticrecognition.domain.latency.Percentiles;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Optional;

/**
 * How long the answers of the last minute took, at all front ends, from when their requests were accepted.
 *
 * @param answered how many there were
 * @param p50 in seconds, right within 5 %, as the others; absent if there were none
 */
@JsonbPropertyOrder({"answered", "p50", "p90", "p99"})
public record LatencyDocument(long answered, Double p50, Double p90, Double p99) {

    static LatencyDocument of(LatencyHistogram times) {
        Optional<Percentiles> percentiles = times.percentiles();
        return new LatencyDocument(
                times.count(),
                percentiles.map(Percentiles::p50).map(Seconds::of).orElse(null),
                percentiles.map(Percentiles::p90).map(Seconds::of).orElse(null),
                percentiles.map(Percentiles::p99).map(Seconds::of).orElse(null));
    }
}
