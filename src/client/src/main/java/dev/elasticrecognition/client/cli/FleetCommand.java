package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.FleetClient;
import dev.elasticrecognition.client.FleetSettings;
import dev.elasticrecognition.client.ProblemException;
import dev.elasticrecognition.client.RecognitionException;
import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and steers the fleet. */
@Command(
        name = "fleet",
        description = "Shows and steers the fleet, for its operators.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:refused, or the service can't be reached", "2:wrong options, or no password"})
final class FleetCommand implements Runnable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which of show, watch, pause, resume, set, drain and capacity?");
    }

    @Command(name = "show", description = "Shows how the fleet stands.", mixinStandardHelpOptions = true)
    int show(@Mixin OperatorOptions operator) throws InterruptedException {
        try (FleetClient client = operator.client(spec)) {
            new FleetView(client.fleet()).lines().forEach(out()::println);
        }
        return done();
    }

    @Command(
            name = "watch",
            description =
                    "Shows it every two seconds until Ctrl-C; where the output is no terminal, as a line each time.",
            mixinStandardHelpOptions = true)
    int watch(
            @Mixin OperatorOptions operator,
            @Option(names = "--times", paramLabel = "N", description = "End after so many looks.") Integer times)
            throws InterruptedException {
        var screen = Screen.of(out());
        try (FleetClient client = operator.client(spec)) {
            for (int look = 1; times == null || look <= times; look++) {
                screen.show(look(client));
                if (times == null || look < times) {
                    Thread.sleep(BETWEEN_LOOKS.toMillis());
                }
            }
        }
        return ExitCode.OK;
    }

    @Command(
            name = "pause",
            description = "Has nothing launched or drained by policy.",
            mixinStandardHelpOptions = true)
    int pause(@Mixin OperatorOptions operator) throws InterruptedException {
        try (FleetClient client = operator.client(spec)) {
            client.pause();
        }
        return said("paused");
    }

    @Command(name = "resume", description = "Ends the pause.", mixinStandardHelpOptions = true)
    int resume(@Mixin OperatorOptions operator) throws InterruptedException {
        try (FleetClient client = operator.client(spec)) {
            client.resume();
        }
        return said("resumed");
    }

    @Command(
            name = "set",
            description = "Changes settings, if nobody else does at the same time; without any, shows them.",
            mixinStandardHelpOptions = true)
    int set(
            @Mixin OperatorOptions operator,
            @Parameters(arity = "0..*", paramLabel = "NAME=VALUE", description = "Such as maximum=4 or objective=PT5S.")
                    Map<String, String> changes)
            throws InterruptedException {
        try (FleetClient client = operator.client(spec)) {
            FleetSettings before = client.settings();
            if (changes == null) {
                before.document().forEach((name, value) -> out().println(name + "=" + FleetView.plain(value)));
                return done();
            }
            FleetSettings after = client.change(changed(before, changes));
            changes.keySet()
                    .forEach(name -> out().printf("%s: %s -> %s%n", name, value(before, name), value(after, name)));
        }
        return done();
    }

    @Command(
            name = "drain",
            description = "Has instances finish what they have, and end.",
            mixinStandardHelpOptions = true)
    int drain(
            @Mixin OperatorOptions operator,
            @Parameters(arity = "1..*", paramLabel = "ID", description = "As elastic fleet show tells them.")
                    List<String> instances)
            throws InterruptedException {
        int exitCode = ExitCode.OK;
        try (FleetClient client = operator.client(spec)) {
            for (String instance : instances) {
                exitCode = Math.max(exitCode, drain(client, instance));
            }
        }
        return exitCode;
    }

    @Command(
            name = "capacity",
            description = "Sets how many instances there shall be for a while, or ends that.",
            mixinStandardHelpOptions = true)
    int capacity(@Mixin OperatorOptions operator, @ArgGroup(multiplicity = "1") Capacity capacity)
            throws InterruptedException {
        try (FleetClient client = operator.client(spec)) {
            if (capacity.end) {
                client.endCapacity();
                return said("the policy decides");
            }
            client.setCapacity(capacity.set.instances, capacity.set.time);
            return said("%d for %s".formatted(capacity.set.instances, FleetView.readable(capacity.set.time)));
        }
    }

    /** Either a capacity, or the end of it. */
    static final class Capacity {

        @ArgGroup(exclusive = false)
        private SetCapacity set;

        @Option(names = "--end", description = "Give the capacity back to the policy.")
        private boolean end;
    }

    /** A capacity for a while. */
    static final class SetCapacity {

        @Parameters(index = "0", arity = "1", paramLabel = "N", description = "How many instances.")
        private int instances;

        @Option(
                names = "--for",
                required = true,
                converter = DurationConverter.class,
                paramLabel = "TIME",
                description = "For how long, such as 90s, 10m or 1h; a day at most.")
        private Duration time;
    }

    /** A front end that is away for a while ends no watch; one that refuses does. */
    private static FleetView look(FleetClient client) throws InterruptedException {
        try {
            return new FleetView(client.fleet());
        } catch (RecognitionException e) {
            if (!e.isPassing()) {
                throw e;
            }
            return FleetView.away(e.getMessage());
        }
    }

    private int drain(FleetClient client, String instance) throws InterruptedException {
        try {
            client.drain(instance);
            return said(instance + " drains");
        } catch (ProblemException e) {
            spec.commandLine().getErr().println(instance + "\t" + e.problem().explanation());
            return ExitCode.SOFTWARE;
        }
    }

    private FleetSettings changed(FleetSettings before, Map<String, String> changes) {
        FleetSettings after = before;
        try {
            for (Map.Entry<String, String> change : changes.entrySet()) {
                after = after.with(change.getKey(), change.getValue());
            }
            return after;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static String value(FleetSettings settings, String name) {
        JsonObject document = settings.document();
        return FleetView.plain(document.get(name));
    }

    private int said(String sentence) {
        out().println(sentence);
        return done();
    }

    private int done() {
        out().flush();
        return ExitCode.OK;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
