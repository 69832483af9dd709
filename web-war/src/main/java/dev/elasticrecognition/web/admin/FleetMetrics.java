package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.cost.Spending;
import dev.elasticrecognition.domain.fleet.FleetControl;
import dev.elasticrecognition.domain.fleet.FleetLedger;
import dev.elasticrecognition.domain.fleet.Tally;
import dev.elasticrecognition.domain.fleet.Tick;
import dev.elasticrecognition.domain.latency.LatencyHistogram;
import dev.elasticrecognition.domain.latency.Percentiles;
import dev.elasticrecognition.domain.scaling.Demand;
import dev.elasticrecognition.domain.scaling.Observation;
import dev.elasticrecognition.domain.scaling.Performance;
import dev.elasticrecognition.domain.scaling.Rates;
import dev.elasticrecognition.domain.scaling.ScalingDecision;
import dev.elasticrecognition.domain.scaling.Supply;
import dev.elasticrecognition.domain.scaling.Traffic;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The fleet in numbers: all of them from one tick, so that they agree with each other. What isn't known is absent. */
final class FleetMetrics {

    private final Metrics metrics = new Metrics("elastic_fleet_");

    private FleetMetrics() {}

    static MetricSnapshots of(Tick tick) {
        FleetMetrics fleet = new FleetMetrics();
        Observation observation = tick.observation();
        fleet.time(observation);
        fleet.lead(tick);
        fleet.control(tick);
        fleet.demand(observation.demand());
        fleet.traffic(observation.traffic());
        fleet.latency(tick.answerTimes());
        fleet.performance(observation.performance());
        fleet.capacity(tick.decision());
        fleet.shadow(tick.shadow());
        fleet.supply(observation.supply());
        fleet.tally(tick.ledger().tally());
        fleet.spending(tick.meter().total());
        return fleet.metrics.snapshots();
    }

    private void time(Observation observation) {
        metrics.gauge(
                "observed_timestamp_seconds",
                "When the fleet was observed, in Unix time",
                observation.at().toEpochMilli() / 1e3);
    }

    private void lead(Tick tick) {
        FleetLedger ledger = tick.ledger();
        metrics.gauge("leading", "Whether this front end leads", tick.leading());
        metrics.gauge("leader_term", "The term of the leader", (double) ledger.term());
        metrics.gauge(
                "breaker_open",
                "Whether nothing is launched because boots keep failing",
                ledger.breaker().isOpen(tick.observation().at()));
    }

    private void control(Tick tick) {
        FleetControl control = tick.control();
        metrics.gauge("paused", "Whether operators have paused the fleet", control.paused());
        metrics.gauge(
                "minimum_capacity",
                "Instances that are always there",
                control.settings().minimum());
        metrics.gauge(
                "maximum_capacity", "The most instances", control.settings().maximum());
        control.manual()
                .filter(manual -> tick.observation().at().isBefore(manual.until()))
                .ifPresent(manual -> metrics.gauge(
                        "manual_capacity", "The capacity that holds in place of the policy's", manual.capacity()));
    }

    private void demand(Demand demand) {
        demand.queue()
                .ifPresent(queue -> metrics.gauge(
                        "backlog",
                        "Requests in the request queue",
                        "state",
                        Map.of(
                                "visible", queue.visible(),
                                "in_flight", queue.inFlight(),
                                "delayed", queue.delayed())));
        metrics.gauge("unanswered", "Requests that front ends wait for an answer of", demand.unanswered());
        metrics.gauge(
                "oldest_seconds",
                "How long the oldest of them has been waiting",
                Seconds.of(demand.oldest().orElse(Duration.ZERO)));
    }

    private void traffic(Traffic traffic) {
        metrics.gauge("arrivals_per_second", "Requests that front ends sent", "window", byWindow(traffic.arrivals()));
        metrics.gauge(
                "completions_per_second", "Requests that workers answered", "window", byWindow(traffic.completions()));
    }

    private void latency(LatencyHistogram times) {
        times.percentiles()
                .ifPresent(known -> metrics.gauge(
                        "latency_seconds",
                        "How long the answers of the last minute took, at all front ends",
                        "quantile",
                        byQuantile(known)));
    }

    private static Map<String, Double> byQuantile(Percentiles known) {
        return Map.of(
                "0.5", Seconds.of(known.p50()),
                "0.9", Seconds.of(known.p90()),
                "0.99", Seconds.of(known.p99()));
    }

    private void performance(Performance performance) {
        metrics.gauge(
                "service_rate_per_second",
                "Requests that one ready instance answers in a second when it has enough of them",
                performance.serviceRate());
        metrics.gauge(
                "boot_time_seconds",
                "From a launch to the first heartbeat, the median",
                Seconds.of(performance.bootTime()));
    }

    private void capacity(ScalingDecision decision) {
        metrics.gauge("needed_capacity", "Instances that the work needs", decision.need());
        metrics.gauge("desired_capacity", "Instances that there shall be", decision.desiredCapacity());
    }

    private void shadow(Optional<ScalingDecision> decision) {
        decision.ifPresent(shadow -> metrics.gauge(
                "shadow_desired_capacity",
                "Instances that there would be by the shadow policy",
                shadow.desiredCapacity()));
    }

    private void supply(Supply supply) {
        metrics.gauge("actual_capacity", "Instances that work or boot", supply.capacity());
        metrics.gauge("busy_instances", "Ready instances with requests in progress", supply.busy());
        metrics.gauge("supply_known", "Whether the cloud could be asked", supply.known());
        metrics.gauge(
                "instances",
                "Instances by state",
                "state",
                Map.of(
                        "launched", supply.launched(),
                        "pending", supply.pending(),
                        "starting", supply.starting(),
                        "ready", supply.ready(),
                        "draining", supply.draining(),
                        "terminating", supply.terminating()));
    }

    private void tally(Tally tally) {
        metrics.counter("launched", "Instances that were launched", tally.launched());
        metrics.counter("started", "Stopped instances that were started again", tally.started());
        metrics.counter("ended", "Instances that were ended or stopped", tally.ended());
        metrics.counter("failed_boots", "Instances that never reported", tally.failedBoots());
        metrics.counter("lost", "Workers that fell silent", tally.lost());
        metrics.counter("busy_killed", "Instances that were ended with requests in progress", tally.busyKilled());
    }

    private void spending(Spending spent) {
        metrics.counter(
                "paid_seconds",
                "Time that instances are billed for",
                spent.paid().toSeconds());
        metrics.counter(
                "work_seconds",
                "Time that busy instances take for what was done",
                spent.work().toSeconds());
        metrics.counter("images", "Requests that workers answered", spent.images());
    }

    private static Map<String, Double> byWindow(Rates rates) {
        return Map.of("10s", rates.tenSeconds(), "1m", rates.minute(), "5m", rates.fiveMinutes());
    }
}
