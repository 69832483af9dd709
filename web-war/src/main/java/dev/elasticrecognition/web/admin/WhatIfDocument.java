package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.scaling.ScalingSettings;
import dev.elasticrecognition.simulator.replay.Replay;
import dev.elasticrecognition.simulator.site.Outcome;
import dev.elasticrecognition.simulator.site.Outcome.Sample;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * What would have become of the traffic of the last hours.
 *
 * @param from when the replayed time begins, ISO 8601, UTC
 * @param to when it ends
 * @param requests how many came
 * @param present under the settings that hold
 * @param proposed under the settings that were asked about
 */
@JsonbPropertyOrder({"from", "to", "requests", "present", "proposed"})
public record WhatIfDocument(String from, String to, int requests, ReplayDocument present, ReplayDocument proposed) {

    static WhatIfDocument of(Replay replay, ReplayDocument present, ReplayDocument proposed) {
        return new WhatIfDocument(
                replay.from().toString(),
                replay.to().toString(),
                replay.workload().requests().size(),
                present,
                proposed);
    }

    /**
     * A replay under some settings.
     *
     * @param p50 seconds from acceptance to answer, as p99
     * @param inTime the share that is answered within the objective of the settings that hold, 0 to 1
     * @param instanceHours that are billed
     * @param price of those
     * @param launches instances that are launched, with those that were there at the beginning
     * @param unanswered requests that are never answered
     * @param points the course, oldest first, until all is answered
     */
    @JsonbPropertyOrder({
        "settings",
        "p50",
        "p99",
        "inTime",
        "instanceHours",
        "price",
        "launches",
        "unanswered",
        "points"
    })
    public record ReplayDocument(
            SettingsDocument settings,
            double p50,
            double p99,
            double inTime,
            double instanceHours,
            double price,
            int launches,
            int unanswered,
            List<PointDocument> points) {

        private static final int MOST_POINTS = 120;

        static ReplayDocument of(ScalingSettings settings, Replay replay, HourlyPrice price) {
            Outcome outcome = replay.through(settings);
            double hours =
                    Seconds.of(outcome.instanceTime()) / Duration.ofHours(1).toSeconds();
            return new ReplayDocument(
                    SettingsDocument.of(settings),
                    Seconds.of(outcome.percentile(0.5)),
                    Seconds.of(outcome.percentile(0.99)),
                    outcome.shareInTime(),
                    hours,
                    hours * price.dollars(),
                    outcome.launches(),
                    outcome.unanswered(),
                    points(outcome.samples(), replay));
        }

        private static List<PointDocument> points(List<Sample> samples, Replay replay) {
            int each = samples.size() / MOST_POINTS + 1;
            Map<Integer, List<Sample>> together = new TreeMap<>();
            for (int i = 0; i < samples.size(); i++) {
                together.computeIfAbsent(i / each, any -> new ArrayList<>()).add(samples.get(i));
            }
            return together.values().stream()
                    .map(some -> PointDocument.of(replay.real(some.get(0).at()), some))
                    .toList();
        }
    }

    /** A moment: instances that are ready and that boot, the mean; requests that wait or are worked on, the most. */
    @JsonbPropertyOrder({"at", "ready", "booting", "backlog"})
    public record PointDocument(String at, double ready, double booting, int backlog) {

        static PointDocument of(Instant at, List<Sample> samples) {
            return new PointDocument(
                    at.toString(),
                    mean(samples, Sample::ready),
                    mean(samples, Sample::booting),
                    samples.stream().mapToInt(Sample::backlog).max().orElseThrow());
        }

        private static double mean(List<Sample> samples, ToIntFunction<Sample> value) {
            return samples.stream().mapToInt(value).average().orElseThrow();
        }
    }
}
