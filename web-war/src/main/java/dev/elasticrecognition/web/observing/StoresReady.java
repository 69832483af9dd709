package dev.elasticrecognition.web.observing;

import dev.elasticrecognition.domain.fleet.FleetLedger;
import dev.elasticrecognition.domain.fleet.SharedDocument;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.ResultStore;
import dev.elasticrecognition.web.FrontEnd;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready is a front end whose stores and queues answer; it says which do. Why one doesn't is in the log and not for everybody.
 *
 * <p>They are asked on threads of their own: in the server's pool they would wait behind every upload, and the busiest front
 * end would be taken for a broken one.
 */
@Readiness
@ApplicationScoped
public class StoresReady implements HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    FrontEnd frontEnd;

    @Inject
    ImageStore images;

    @Inject
    ResultStore results;

    @Inject
    SharedDocument<FleetLedger> ledger;

    @Inject
    MessageQueue<RecognitionRequest> requests;

    @Resource
    ManagedThreadFactory threads;

    private ExecutorService askers;
    private List<Probe> probes;

    @PostConstruct
    void begin() {
        askers = Executors.newCachedThreadPool(threads);
        probes = List.of(
                new Probe("input bucket", () -> images.list(Optional.empty(), 1), askers),
                new Probe("output bucket", () -> results.list(Optional.empty(), 1), askers),
                new Probe("control bucket", ledger::read, askers),
                new Probe("request queue", requests::backlog, askers));
    }

    @PreDestroy
    void end() {
        askers.shutdownNow();
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, Boolean> answers = answers();
        answers.put("response queue", frontEnd.isReady());
        HealthCheckResponseBuilder response = HealthCheckResponse.named("stores and queues");
        answers.forEach((name, is) -> response.withData(name, is ? "answers" : "doesn't answer"));
        return response.status(!answers.containsValue(false)).build();
    }

    /** All are asked at the same time. */
    private Map<String, Boolean> answers() {
        Map<String, CompletableFuture<Boolean>> asked = new LinkedHashMap<>();
        probes.forEach(probe -> asked.put(probe.name(), probe.answersWithin(PATIENCE)));
        Map<String, Boolean> answers = new LinkedHashMap<>();
        asked.forEach((name, answer) -> answers.put(name, answer.join()));
        return answers;
    }
}
