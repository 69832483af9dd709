package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.local.DataDirectory;
import dev.elasticrecognition.client.local.Detached;
import dev.elasticrecognition.client.local.Layout;
import dev.elasticrecognition.client.local.LocalSystemException;
import dev.elasticrecognition.client.local.OperatorPassword;
import dev.elasticrecognition.client.local.Ports;
import dev.elasticrecognition.client.local.Supervisor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the local system. */
@Command(
        name = "up",
        description = "Starts the whole service on this machine and keeps it running until Ctrl-C.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:it is ready (with --detach)",
            "1:it couldn't be started or kept running",
            "2:nothing was started: wrong options, already up, a port is taken, not built"
        })
final class UpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--detach", description = "Return when it's ready and leave it running.")
    private boolean detach;

    @Mixin
    private Place place;

    @Mixin
    private PortOptions portOptions;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Ports ports = portOptions.ports(spec);
        return detach ? detached(ports) : inForeground(ports);
    }

    private int detached(Ports ports) throws IOException, InterruptedException {
        DataDirectory data = place.data();
        say("starting; the log is " + data.supervisorLog());
        new Detached(foregroundCommand(ports), data).start();
        welcome(ports, "elastic down stops it");
        return ExitCode.OK;
    }

    private int inForeground(Ports ports) throws IOException, InterruptedException {
        var supervisor = new Supervisor(Layout.below(place.home()), place.data(), ports, this::say);
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::close, "stop"));
        say("starting; this takes about half a minute");
        supervisor.start();
        welcome(ports, "Ctrl-C stops it");
        return watch(supervisor);
    }

    private int watch(Supervisor supervisor) throws IOException, InterruptedException {
        try {
            supervisor.watch();
            return ExitCode.OK;
        } catch (LocalSystemException e) {
            return supervisor.isClosing() ? ExitCode.OK : reported(e);
        } finally {
            supervisor.close();
        }
    }

    private int reported(LocalSystemException e) {
        say(e.getMessage());
        return ExitCode.SOFTWARE;
    }

    private List<String> foregroundCommand(Ports ports) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Delastic.home=" + place.home(),
                "-cp",
                System.getProperty("java.class.path"),
                Elastic.class.getName(),
                "up",
                "--data=" + place.data().path()));
        command.addAll(PortOptions.arguments(ports));
        return command;
    }

    private void welcome(Ports ports, String howToStop) {
        var out = spec.commandLine().getOut();
        out.println("Elastic Recognition is ready.");
        out.println("  upload API   " + ports.service().resolve("/api/recognitions"));
        out.println("  health       " + ports.service().resolve("/health"));
        out.println("  data         " + place.data().path());
        OperatorPassword.toldIn(place.data())
                .ifPresent(password -> out.println("  operator     password " + password + " (shown once)"));
        out.println("  " + howToStop + ".");
        out.flush();
    }

    private void say(String notice) {
        spec.commandLine().getErr().println("elastic: " + notice);
        spec.commandLine().getErr().flush();
    }
}
