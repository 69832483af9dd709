package dev.elasticrecognition.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.fleet.Breaker;
import dev.elasticrecognition.domain.fleet.Tick;
import dev.elasticrecognition.domain.scaling.Demand;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FleetMetricsTest {

    private static final Instant NOON = FleetTicks.NOON;
    private static final Demand BUSY = FleetTicks.BUSY;
    private static final Demand UNKNOWN = new Demand(Optional.empty(), 0, Optional.empty());

    @Test
    void everyNumberOfTheTickIsThere() throws IOException {
        assertThat(text(FleetTicks.tick(BUSY, new Breaker(3, NOON.plusSeconds(1)))))
                .contains(
                        "elastic_fleet_observed_timestamp_seconds 1.7955216E9",
                        "elastic_fleet_leading 1.0",
                        "elastic_fleet_leader_term 3.0",
                        "elastic_fleet_paused 1.0",
                        "elastic_fleet_breaker_open 1.0",
                        "elastic_fleet_minimum_capacity 0.0",
                        "elastic_fleet_maximum_capacity 20.0",
                        "elastic_fleet_manual_capacity 4.0",
                        "elastic_fleet_backlog{state=\"visible\"} 5.0",
                        "elastic_fleet_backlog{state=\"in_flight\"} 2.0",
                        "elastic_fleet_backlog{state=\"delayed\"} 1.0",
                        "elastic_fleet_unanswered 7.0",
                        "elastic_fleet_oldest_seconds 1.5",
                        "elastic_fleet_arrivals_per_second{window=\"10s\"} 2.5",
                        "elastic_fleet_arrivals_per_second{window=\"1m\"} 1.25",
                        "elastic_fleet_arrivals_per_second{window=\"5m\"} 0.5",
                        "elastic_fleet_completions_per_second{window=\"1m\"} 0.75",
                        "elastic_fleet_service_rate_per_second 12.5",
                        "elastic_fleet_boot_time_seconds 5.0",
                        "elastic_fleet_needed_capacity 6.0",
                        "elastic_fleet_desired_capacity 4.0",
                        "elastic_fleet_shadow_desired_capacity 9.0",
                        "elastic_fleet_actual_capacity 4.0",
                        "elastic_fleet_busy_instances 1.0",
                        "elastic_fleet_supply_known 1.0",
                        "elastic_fleet_instances{state=\"launched\"} 1.0",
                        "elastic_fleet_instances{state=\"pending\"} 0.0",
                        "elastic_fleet_instances{state=\"starting\"} 1.0",
                        "elastic_fleet_instances{state=\"ready\"} 2.0",
                        "elastic_fleet_instances{state=\"draining\"} 3.0",
                        "elastic_fleet_instances{state=\"terminating\"} 4.0",
                        "elastic_fleet_launched_total 16.0",
                        "elastic_fleet_started_total 15.0",
                        "elastic_fleet_ended_total 14.0",
                        "elastic_fleet_failed_boots_total 13.0",
                        "elastic_fleet_lost_total 12.0",
                        "elastic_fleet_busy_killed_total 11.0",
                        "elastic_fleet_paid_seconds_total 7.0",
                        "elastic_fleet_work_seconds_total 6.0",
                        "elastic_fleet_images_total 5.0");
    }

    @Test
    void latencyIsToldByQuantile() throws IOException {
        assertThat(text(FleetTicks.tick(BUSY, new Breaker(3, NOON))))
                .anyMatch(line -> line.startsWith("elastic_fleet_latency_seconds{quantile=\"0.5\"} 9.5"))
                .anyMatch(line -> line.startsWith("elastic_fleet_latency_seconds{quantile=\"0.9\"} 21."))
                .anyMatch(line -> line.startsWith("elastic_fleet_latency_seconds{quantile=\"0.99\"} 4"));
    }

    @Test
    void aQueueThatCouldNotBeAskedIsNotAnEmptyOne() throws IOException {
        assertThat(text(FleetTicks.tick(UNKNOWN, new Breaker(3, NOON.plusSeconds(1)))))
                .noneMatch(line -> line.startsWith("elastic_fleet_backlog"))
                .contains("elastic_fleet_oldest_seconds 0.0");
    }

    @Test
    void whatIsOverIsNotThereAnyMore() throws IOException {
        assertThat(text(FleetTicks.tick(BUSY, new Breaker(3, NOON))))
                .noneMatch(line -> line.startsWith("elastic_fleet_manual_capacity"))
                .contains("elastic_fleet_breaker_open 0.0");
    }

    /** The lines of the text form without the comments. */
    private static List<String> text(Tick tick) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExpositionFormats.init().getPrometheusTextFormatWriter().write(out, FleetMetrics.of(tick));
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }
}
