package dev.elasticrecognition.client.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete commands and options. */
@Command(
        name = "completion",
        description = "Prints a script by which the shell completes commands and options.",
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "For which shell, bash or zsh?");
    }

    @Command(
            name = "bash",
            aliases = "zsh",
            description = "For bash and zsh: source <(elastic completion bash)",
            mixinStandardHelpOptions = true)
    int bash() {
        CommandLine elastic = spec.root().commandLine();
        elastic.getOut().print(AutoComplete.bash(elastic.getCommandName(), elastic));
        elastic.getOut().flush();
        return ExitCode.OK;
    }
}
