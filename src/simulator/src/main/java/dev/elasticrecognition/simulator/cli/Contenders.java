package dev.elasticrecognition.simulator.cli;

import dev.elasticrecognition.domain.scaling.ScalingSettings;
import dev.elasticrecognition.domain.scaling.ScalingSettings.Policy;
import dev.elasticrecognition.simulator.Contender;
import dev.elasticrecognition.simulator.scalers.BuildkitePoller;
import dev.elasticrecognition.simulator.scalers.Keda;
import dev.elasticrecognition.simulator.scalers.PolicyScaler;
import dev.elasticrecognition.simulator.scalers.StaticFleet;
import dev.elasticrecognition.simulator.scalers.TargetTracking;
import dev.elasticrecognition.simulator.site.Conditions;
import dev.elasticrecognition.simulator.site.Oracle;
import dev.elasticrecognition.simulator.site.Outcome;
import dev.elasticrecognition.simulator.workload.Workload;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.TypeConversionException;

/**
 * Makes contenders from their names, as in {@code keda} or {@code keda=5}.
 *
 * @param settings what the service's own policies are set to
 */
record Contenders(ScalingSettings settings) {

    /** Settings of all policies from frugal to generous, to be shown beside each other. */
    static final List<String> SWEEP = List.of(
            "latency-objective=0.5/2m",
            "latency-objective=0.5/5m",
            "latency-objective=1/5m",
            "latency-objective=1/10m",
            "latency-objective=1/15m",
            "latency-objective=2/15m",
            "latency-objective=2/30m",
            "backlog-per-instance=20",
            "backlog-per-instance=10",
            "backlog-per-instance=5",
            "instance-per-request",
            "target-tracking=20",
            "target-tracking=5",
            "target-tracking=1",
            "target-tracking=0.2",
            "keda=20",
            "keda=10",
            "keda=5",
            "keda=2",
            "keda=1",
            "keda=0.7",
            "buildkite=20/2m",
            "buildkite=20/10m",
            "buildkite=10/2m",
            "buildkite=10/10m",
            "buildkite=5/2m",
            "buildkite=5/10m",
            "buildkite=2/2m",
            "buildkite=1/2m",
            "buildkite=1/10m",
            "static=8",
            "static=12",
            "static=16",
            "static=20",
            "oracle");

    /** The contender that a text means. */
    Contender of(String text) {
        String[] parts = text.split("=", 2);
        String setting = parts.length == 2 ? parts[1] : null;
        return switch (parts[0]) {
            case "latency-objective" -> own(text, setting == null ? settings : latencyObjective(text, setting));
            case "backlog-per-instance" ->
                own(text, with(Policy.BACKLOG_PER_INSTANCE, (int)
                        number(text, setting, settings.backlogPerInstance())));
            case "instance-per-request" -> own(text, with(Policy.INSTANCE_PER_REQUEST, 1));
            case "target-tracking" -> targetTracking(number(text, setting, 1));
            case "keda" -> keda(number(text, setting, 5));
            case "buildkite" -> buildkite(text, setting == null ? "1/10m" : setting);
            case "static" -> fixed((int) number(text, setting, 20));
            case "oracle" -> new Clairvoyant();
            default -> throw new TypeConversionException("'" + text + "' is no policy");
        };
    }

    private static Contender own(String name, ScalingSettings settings) {
        return Contender.of(name, () -> new PolicyScaler(settings.scalingPolicy()));
    }

    private ScalingSettings latencyObjective(String text, String setting) {
        String[] parts = setting.split("/", 2);
        return with(
                Policy.LATENCY_OBJECTIVE,
                number(text, parts[0], settings.headroom()),
                settings.backlogPerInstance(),
                parts.length == 2 ? new DurationConverter().convert(parts[1]) : settings.scaleInWindow());
    }

    private ScalingSettings with(Policy policy, int backlogPerInstance) {
        return with(policy, settings.headroom(), backlogPerInstance, settings.scaleInWindow());
    }

    private ScalingSettings with(Policy policy, double headroom, int backlogPerInstance, Duration scaleInWindow) {
        return new ScalingSettings(
                policy,
                settings.minimum(),
                settings.maximum(),
                settings.objective(),
                headroom,
                backlogPerInstance,
                scaleInWindow,
                settings.warmPool());
    }

    private static Contender targetTracking(double target) {
        return Contender.of("target-tracking=" + plain(target), () -> new TargetTracking(target));
    }

    private static Contender keda(double queueLength) {
        return Contender.of("keda=" + plain(queueLength), () -> new Keda(queueLength));
    }

    private static Contender buildkite(String text, String setting) {
        String[] parts = setting.split("/", 2);
        int requests = (int) number(text, parts[0], 1);
        Duration timeout = parts.length == 2 ? new DurationConverter().convert(parts[1]) : Duration.ofMinutes(10);
        return Contender.of(
                "buildkite=%d/%dm".formatted(requests, timeout.toMinutes()),
                () -> new BuildkitePoller(requests, timeout));
    }

    private static Contender fixed(int number) {
        return Contender.of("static=" + number, () -> new StaticFleet(number));
    }

    private static double number(String text, String setting, double otherwise) {
        if (setting == null) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(setting);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw new TypeConversionException("'%s': '%s' is no number".formatted(text, setting));
        }
        throw new TypeConversionException("'%s': a number above 0 is expected".formatted(text));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static final class Clairvoyant implements Contender {

        @Override
        public String name() {
            return "oracle";
        }

        @Override
        public Outcome run(Workload workload, Conditions conditions, long seed) {
            return Oracle.plan(workload, conditions);
        }
    }
}
