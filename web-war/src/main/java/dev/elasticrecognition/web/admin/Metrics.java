package dev.elasticrecognition.web.admin;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Map;

/** Collects metrics whose names begin alike. */
final class Metrics {

    private final String prefix;
    private final MetricSnapshots.Builder snapshots = MetricSnapshots.builder();

    Metrics(String prefix) {
        this.prefix = prefix;
    }

    void gauge(String name, String help, double value) {
        snapshots.metricSnapshot(GaugeSnapshot.builder()
                .name(prefix + name)
                .help(help)
                .dataPoint(point(Labels.EMPTY, value))
                .build());
    }

    /** One that is 1 when something is so and 0 when it isn't. */
    void gauge(String name, String help, boolean value) {
        gauge(name, help, value ? 1 : 0);
    }

    /** One with a value for each value of a label. */
    void gauge(String name, String help, String label, Map<String, ? extends Number> values) {
        GaugeSnapshot.Builder gauge =
                GaugeSnapshot.builder().name(prefix + name).help(help);
        values.forEach((labelled, value) -> gauge.dataPoint(point(Labels.of(label, labelled), value.doubleValue())));
        snapshots.metricSnapshot(gauge.build());
    }

    /** One that only grows; its name gets the ending {@code _total}. */
    void counter(String name, String help, long value) {
        snapshots.metricSnapshot(CounterSnapshot.builder()
                .name(prefix + name)
                .help(help)
                .dataPoint(
                        CounterDataPointSnapshot.builder().value((double) value).build())
                .build());
    }

    MetricSnapshots snapshots() {
        return snapshots.build();
    }

    private static GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeDataPointSnapshot.builder()
                .labels(labels)
                .value(value)
                .build();
    }
}
