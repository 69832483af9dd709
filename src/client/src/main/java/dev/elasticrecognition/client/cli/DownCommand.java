package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.local.DataDirectory;
import dev.elasticrecognition.client.local.Leftovers;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops the local system, or what is left of it. */
@Command(
        name = "down",
        description = "Stops the service on this machine. What it stored stays.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:nothing runs any more", "1:it couldn't be stopped", "2:wrong options"})
final class DownCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Place place;

    @Override
    public Integer call() throws IOException, InterruptedException {
        DataDirectory data = place.data();
        PrintWriter err = spec.commandLine().getErr();
        boolean ran = new Leftovers(data, notice -> err.println("elastic: " + notice)).end();
        err.println(ran ? "elastic: stopped" : "elastic: nothing was running in " + data.path());
        return ExitCode.OK;
    }
}
