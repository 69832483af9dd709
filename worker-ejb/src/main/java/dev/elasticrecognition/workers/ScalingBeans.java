package dev.elasticrecognition.workers;

import dev.elasticrecognition.domain.fleet.DecisionLog;
import dev.elasticrecognition.domain.fleet.FleetControl;
import dev.elasticrecognition.domain.fleet.FleetLedger;
import dev.elasticrecognition.domain.fleet.FleetProvider;
import dev.elasticrecognition.domain.fleet.FleetSettings;
import dev.elasticrecognition.domain.fleet.FleetStores;
import dev.elasticrecognition.domain.fleet.FrontReport;
import dev.elasticrecognition.domain.fleet.FrontReports;
import dev.elasticrecognition.domain.fleet.Heartbeats;
import dev.elasticrecognition.domain.fleet.ObserveFleet;
import dev.elasticrecognition.domain.fleet.ScaleFleet;
import dev.elasticrecognition.domain.fleet.SharedDocument;
import dev.elasticrecognition.domain.history.History;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.ResponseQueue;
import dev.elasticrecognition.domain.recognition.SentRequests;
import dev.elasticrecognition.domain.scaling.InvalidSetting;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the fleet's settings and puts its parts together. What the web module needs as well is produced here, since it
 * sees the beans of this module, but not the other way round.
 */
@ApplicationScoped
public class ScalingBeans {

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    SentRequests sentRequests(InstantSource clock) {
        return new SentRequests(clock);
    }

    @Produces
    @Singleton
    History history() {
        return new History();
    }

    @Produces
    @Singleton
    FleetSettings fleetSettings(
            @ConfigProperty(name = FleetSettings.HARD_LIMIT) int hardLimit,
            @ConfigProperty(name = FleetSettings.EXPECTED_SERVICE_RATE) double serviceRate,
            @ConfigProperty(name = FleetSettings.EXPECTED_BOOT_TIME) Duration bootTime,
            @ConfigProperty(name = FleetSettings.BOOT_DEADLINE) Duration bootDeadline,
            @ConfigProperty(name = FleetSettings.SILENCE) Duration silence,
            @ConfigProperty(name = "elastic.queue.visibility-timeout") Duration leased,
            @ConfigProperty(name = FleetSettings.DRAIN_DEADLINE) Duration drainDeadline,
            @ConfigProperty(name = FleetSettings.LEASE) Duration lease) {
        return new FleetSettings(hardLimit, serviceRate, bootTime, bootDeadline, silence, leased, drainDeadline, lease);
    }

    /** What holds until an operator says otherwise. */
    @Produces
    @Singleton
    ScalingSettings scalingSettings(
            @ConfigProperty(name = "elastic.fleet.policy") String policy,
            @ConfigProperty(name = "elastic.fleet.minimum") int minimum,
            @ConfigProperty(name = "elastic.fleet.maximum") int maximum,
            @ConfigProperty(name = "elastic.fleet.objective") Duration objective,
            @ConfigProperty(name = "elastic.fleet.headroom") double headroom,
            @ConfigProperty(name = "elastic.fleet.backlog-per-instance") int backlogPerInstance,
            @ConfigProperty(name = "elastic.fleet.scale-in-window") Duration scaleInWindow,
            @ConfigProperty(name = "elastic.fleet.warm-pool") int warmPool) {
        try {
            return new ScalingSettings(
                    ScalingSettings.Policy.named(policy),
                    minimum,
                    maximum,
                    objective,
                    headroom,
                    backlogPerInstance,
                    scaleInWindow,
                    warmPool);
        } catch (InvalidSetting e) {
            throw new IllegalArgumentException("elastic.fleet." + e.getMessage(), e);
        }
    }

    @Produces
    @Singleton
    FleetStores stores(
            SharedDocument<FleetLedger> ledger,
            SharedDocument<FleetControl> control,
            Heartbeats heartbeats,
            FrontReports reports,
            DecisionLog decisions) {
        return new FleetStores(ledger, control, heartbeats, reports, decisions);
    }

    @Produces
    @Singleton
    ScaleFleet scaleFleet(
            FleetProvider provider,
            MessageQueue<RecognitionRequest> requests,
            ResponseQueue responses,
            FleetStores stores,
            SentRequests sent,
            FleetSettings settings,
            ScalingSettings defaults,
            InstantSource clock) {
        String self = responses.name();
        ObserveFleet observe =
                new ObserveFleet(provider, requests::backlog, stores, reports(self, sent), settings, clock);
        return new ScaleFleet(self, observe, provider, stores, settings, defaults, clock, RandomGenerator.getDefault());
    }

    private static Supplier<FrontReport> reports(String self, SentRequests sent) {
        AtomicLong beat = new AtomicLong();
        return () -> new FrontReport(
                self,
                beat.incrementAndGet(),
                sent.sent(),
                sent.answered(),
                sent.unanswered(),
                sent.oldest(),
                sent.answerTimes());
    }
}
