package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.messaging.Backlog;
import dev.elasticrecognition.domain.scaling.Demand;
import dev.elasticrecognition.domain.scaling.Observation;
import dev.elasticrecognition.domain.scaling.Performance;
import dev.elasticrecognition.domain.scaling.Rates;
import dev.elasticrecognition.domain.scaling.Supply;
import dev.elasticrecognition.domain.scaling.Traffic;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Duration;

/** What a decision is made from; see {@link Observation}. Durations are in ISO 8601, rates in events per second. */
@JsonbPropertyOrder({"at", "demand", "traffic", "performance", "supply"})
public record ObservationDocument(
        String at,
        DemandDocument demand,
        TrafficDocument traffic,
        PerformanceDocument performance,
        SupplyDocument supply) {

    static ObservationDocument of(Observation observation) {
        return new ObservationDocument(
                observation.at().toString(),
                DemandDocument.of(observation.demand()),
                TrafficDocument.of(observation.traffic()),
                PerformanceDocument.of(observation.performance()),
                SupplyDocument.of(observation.supply()));
    }

    /**
     * The work that is there.
     *
     * @param queue null when the queue couldn't be asked
     * @param oldest null when nothing waits
     */
    @JsonbNillable
    @JsonbPropertyOrder({"queue", "unanswered", "oldest"})
    public record DemandDocument(BacklogDocument queue, int unanswered, String oldest) {

        static DemandDocument of(Demand demand) {
            return new DemandDocument(
                    demand.queue().map(BacklogDocument::of).orElse(null),
                    demand.unanswered(),
                    demand.oldest().map(Duration::toString).orElse(null));
        }
    }

    /** What the request queue counts. */
    @JsonbPropertyOrder({"visible", "inFlight", "delayed"})
    public record BacklogDocument(int visible, int inFlight, int delayed) {

        static BacklogDocument of(Backlog backlog) {
            return new BacklogDocument(backlog.visible(), backlog.inFlight(), backlog.delayed());
        }
    }

    /** What comes and goes. */
    @JsonbPropertyOrder({"arrivals", "completions"})
    public record TrafficDocument(RatesDocument arrivals, RatesDocument completions) {

        static TrafficDocument of(Traffic traffic) {
            return new TrafficDocument(RatesDocument.of(traffic.arrivals()), RatesDocument.of(traffic.completions()));
        }
    }

    /** Events per second, over the last ten seconds, minute and five minutes. */
    @JsonbPropertyOrder({"tenSeconds", "minute", "fiveMinutes"})
    public record RatesDocument(double tenSeconds, double minute, double fiveMinutes) {

        static RatesDocument of(Rates rates) {
            return new RatesDocument(rates.tenSeconds(), rates.minute(), rates.fiveMinutes());
        }
    }

    /** What instances are capable of. */
    @JsonbPropertyOrder({"serviceRate", "bootTime"})
    public record PerformanceDocument(double serviceRate, String bootTime) {

        static PerformanceDocument of(Performance performance) {
            return new PerformanceDocument(
                    performance.serviceRate(), performance.bootTime().toString());
        }
    }

    /** The instances by state. */
    @JsonbPropertyOrder({"known", "launched", "pending", "starting", "ready", "busy", "draining", "terminating"})
    public record SupplyDocument(
            boolean known,
            int launched,
            int pending,
            int starting,
            int ready,
            int busy,
            int draining,
            int terminating) {

        static SupplyDocument of(Supply supply) {
            return new SupplyDocument(
                    supply.known(),
                    supply.launched(),
                    supply.pending(),
                    supply.starting(),
                    supply.ready(),
                    supply.busy(),
                    supply.draining(),
                    supply.terminating());
        }
    }
}
