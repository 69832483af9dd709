package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.deadletters.CountDeadLetters;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The requests that were given up and wait for an operator, of all front ends, in numbers. */
@ApplicationScoped
public class DeadLetterMetrics {

    @Inject
    CountDeadLetters countDeadLetters;

    /** None before they were counted. */
    MetricSnapshots latest() {
        Metrics metrics = new Metrics("elastic_");
        countDeadLetters
                .latest()
                .ifPresent(count -> metrics.gauge(
                        "dead_letters", "Requests that were given up and wait for an operator's decision", count));
        return metrics.snapshots();
    }
}
