package dev.elasticrecognition.client.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of Elastic Recognition. */
@Command(
        name = "elastic",
        description = "Recognises images, and runs the service that does it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ClassifyCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            FleetCommand.class,
            LoadCommand.class,
            CompletionCommand.class
        },
        footer = {
            "",
            "elastic simulate compares scaling policies over traffic in simulated time; elastic simulate --help tells how.",
            "elastic chaos has accidents strike the whole system under load; elastic chaos --help tells how.",
            "elastic test [MAVEN OPTION...] builds everything and runs all tests."
        })
public final class Elastic implements Runnable {

    @Spec
    private CommandSpec spec;

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The commands, ready to be given arguments. */
    static CommandLine commandLine() {
        return new CommandLine(new Elastic())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
