package dev.elasticrecognition.simulator.site;

import dev.elasticrecognition.simulator.workload.Request;
import dev.elasticrecognition.simulator.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What somebody could do who knows all arrivals beforehand: a bracket, not a rival. Each request goes to the first of the
 * instances that can still answer it within the objective, which packs the work on few of them. Each instance is launched
 * just in time, and is ended in a pause if that is longer than a boot.
 */
public final class Oracle {

    private static final Duration SAMPLING = Duration.ofSeconds(5);

    private final Workload workload;
    private final Conditions conditions;
    private final List<Lane> lanes;
    private final Outcome.Recorder record = new Outcome.Recorder();

    private Oracle(Workload workload, Conditions conditions) {
        this.workload = workload;
        this.conditions = conditions;
        this.lanes = IntStream.range(0, conditions.maximum())
                .mapToObj(any -> new Lane())
                .toList();
    }

    /** The outcome of its plan. */
    public static Outcome plan(Workload workload, Conditions conditions) {
        return new Oracle(workload, conditions).plan();
    }

    private Outcome plan() {
        workload.requests().forEach(this::place);
        List<SimulatedInstance> instances = new ArrayList<>();
        lanes.forEach(lane -> lane.instances(conditions.boot().median(), instances));
        instances.forEach(record::launch);
        Instant end = workload.lastArrival().plus(Simulation.AFTERMATH);
        for (Instant at = Workload.START; at.isBefore(end); at = at.plus(SAMPLING)) {
            record.sample(sample(at, instances));
        }
        return record.outcome(workload, conditions, end);
    }

    private void place(Request request) {
        Instant deadline = request.arrival().plus(conditions.objective());
        Lane lane = lanes.stream()
                .filter(candidate -> !candidate.endOf(request).isAfter(deadline))
                .findFirst()
                .orElseGet(() -> lanes.stream()
                        .min((one, other) -> one.endOf(request).compareTo(other.endOf(request)))
                        .orElseThrow());
        record.answer(request, lane.take(request));
    }

    private static Outcome.Sample sample(Instant at, List<SimulatedInstance> instances) {
        int ready = count(instances, instance -> instance.readyAt().orElseThrow(), at);
        return new Outcome.Sample(at, ready, count(instances, SimulatedInstance::launchedAt, at) - ready, 0);
    }

    private static int count(
            List<SimulatedInstance> instances,
            java.util.function.Function<SimulatedInstance, Instant> from,
            Instant at) {
        return (int) instances.stream()
                .filter(instance -> !from.apply(instance).isAfter(at)
                        && instance.endedAt().orElseThrow().isAfter(at))
                .count();
    }

    /** One place in the fleet with the spans of time in which there is work for it. */
    private static final class Lane {

        private final List<Span> spans = new ArrayList<>();

        Instant endOf(Request request) {
            return startOf(request).plus(request.service());
        }

        private Instant startOf(Request request) {
            if (spans.isEmpty()) {
                return request.arrival();
            }
            Instant free = spans.get(spans.size() - 1).end();
            return free.isAfter(request.arrival()) ? free : request.arrival();
        }

        Instant take(Request request) {
            Instant end = endOf(request);
            spans.add(new Span(startOf(request), end));
            return end;
        }

        void instances(Duration boot, List<SimulatedInstance> all) {
            for (int first = 0; first < spans.size(); ) {
                int last = first;
                while (last + 1 < spans.size()
                        && spans.get(last).pauseBefore(spans.get(last + 1)).compareTo(boot) <= 0) {
                    last++;
                }
                Instant start = spans.get(first).start();
                var instance = new SimulatedInstance(all.size(), start.minus(boot));
                instance.ready(start);
                instance.end(spans.get(last).end());
                all.add(instance);
                first = last + 1;
            }
        }

        private record Span(Instant start, Instant end) {

            Duration pauseBefore(Span next) {
                return Duration.between(end, next.start());
            }
        }
    }
}
