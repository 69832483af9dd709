package dev.elasticrecognition.simulator.site;

import dev.elasticrecognition.simulator.workload.Request;
import dev.elasticrecognition.simulator.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What came of a run.
 *
 * @param waits from arrival to answer of each scored request, in ascending order; one that was never answered has waited
 *     until the end
 * @param answeredInTime how many of them were answered within the objective
 * @param unanswered how many were never answered
 * @param instanceTime what is billed for all instances
 * @param pureWork the service times of the scored requests
 * @param launches instances launched
 * @param busyKills instances that were ended while they worked
 * @param samples the course of the run
 */
public record Outcome(
        List<Duration> waits,
        int answeredInTime,
        int unanswered,
        Duration instanceTime,
        Duration pureWork,
        int launches,
        int busyKills,
        List<Sample> samples) {

    public Outcome {
        waits = List.copyOf(waits);
        samples = List.copyOf(samples);
    }

    /**
     * A moment of the run.
     *
     * @param ready instances whose workers are there
     * @param booting instances that boot
     * @param backlog requests that wait or are in flight
     */
    public record Sample(Instant at, int ready, int booting, int backlog) {}

    /**
     * The wait that a share of the requests doesn't exceed (nearest rank).
     *
     * @param ascending waits, at least one
     * @param share above 0; 1 gives the longest
     */
    public static Duration percentile(List<Duration> ascending, double share) {
        return ascending.get(Math.max(0, (int) Math.ceil(share * ascending.size()) - 1));
    }

    /** The wait that a share of the requests doesn't exceed; 1 gives the longest. */
    public Duration percentile(double share) {
        return percentile(waits, share);
    }

    /** The share that was answered within the objective, 0 to 1. */
    public double shareInTime() {
        return (double) answeredInTime / waits.size();
    }

    /** Billed time over the time that had to be worked anyway, 1 at best. */
    public double ratio() {
        return (double) instanceTime.toNanos() / pureWork.toNanos();
    }

    /** Notes what happens in a run. */
    static final class Recorder {

        private final List<SimulatedInstance> instances = new ArrayList<>();
        private final List<Sample> samples = new ArrayList<>();
        private final List<Answered> answers = new ArrayList<>();
        private int busyKills;

        void launch(SimulatedInstance instance) {
            instances.add(instance);
        }

        void answer(Request request, Instant at) {
            answers.add(new Answered(request, at));
        }

        void busyKill() {
            busyKills++;
        }

        void sample(Sample sample) {
            samples.add(sample);
        }

        Outcome outcome(Workload workload, Conditions conditions, Instant end) {
            Instant start = Workload.START.plus(conditions.warmUp());
            List<Duration> waits = new ArrayList<>();
            answers.stream().filter(answer -> answer.isSince(start)).forEach(answer -> waits.add(answer.waited()));
            int inTime = (int) waits.stream()
                    .filter(wait -> wait.compareTo(conditions.objective()) <= 0)
                    .count();
            List<Duration> unanswered = unanswered(workload, start, end);
            waits.addAll(unanswered);
            waits.sort(null);
            return new Outcome(
                    waits,
                    inTime,
                    unanswered.size(),
                    bill(conditions, start, end),
                    pureWork(workload, start),
                    instances.size(),
                    busyKills,
                    samples);
        }

        private List<Duration> unanswered(Workload workload, Instant start, Instant end) {
            Set<Request> answered = new HashSet<>();
            answers.forEach(answer -> answered.add(answer.request()));
            return workload.requests().stream()
                    .filter(request -> !request.arrival().isBefore(start) && !answered.contains(request))
                    .map(request -> Duration.between(request.arrival(), end))
                    .toList();
        }

        private static Duration pureWork(Workload workload, Instant start) {
            return workload.requests().stream()
                    .filter(request -> !request.arrival().isBefore(start))
                    .map(Request::service)
                    .reduce(Duration.ZERO, Duration::plus);
        }

        private Duration bill(Conditions conditions, Instant start, Instant end) {
            return instances.stream()
                    .map(instance -> bill(instance, conditions.minimumBill(), start, end))
                    .reduce(Duration.ZERO, Duration::plus);
        }

        /** From the launch to the end, the minimum at least; of that, what lies after the start. */
        private static Duration bill(SimulatedInstance instance, Duration minimum, Instant start, Instant end) {
            Instant stop = instance.endedAt().orElse(end);
            Instant least = instance.launchedAt().plus(minimum);
            Instant billedUntil = stop.isBefore(least) ? least : stop;
            Instant billedFrom = instance.launchedAt().isBefore(start) ? start : instance.launchedAt();
            return billedUntil.isBefore(billedFrom) ? Duration.ZERO : Duration.between(billedFrom, billedUntil);
        }

        private record Answered(Request request, Instant at) {

            boolean isSince(Instant start) {
                return !request.arrival().isBefore(start);
            }

            Duration waited() {
                return Duration.between(request.arrival(), at);
            }
        }
    }
}
