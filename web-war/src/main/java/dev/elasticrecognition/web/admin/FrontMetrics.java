package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.recognition.AwaitedResults;
import dev.elasticrecognition.domain.recognition.SentRequests;
import dev.elasticrecognition.web.upload.UploadGate;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What passes through this front end, in numbers. */
@ApplicationScoped
public class FrontMetrics {

    @Inject
    UploadGate gate;

    @Inject
    SentRequests sent;

    @Inject
    AwaitedResults awaited;

    MetricSnapshots now() {
        Metrics metrics = new Metrics("elastic_front_");
        metrics.gauge("uploads_in_progress", "Uploads that are being taken in", gate.inside());
        metrics.counter("requests_sent", "Requests that were sent to the queue", sent.sent());
        metrics.counter("answers", "Answers that were announced here", sent.answered());
        metrics.gauge("unanswered", "Requests sent lately that no answer was seen of", sent.unanswered());
        metrics.gauge("awaited", "Requests that somebody waits for at this moment", awaited.size());
        return metrics.snapshots();
    }
}
