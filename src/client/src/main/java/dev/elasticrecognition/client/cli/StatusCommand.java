package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.RecognitionClient;
import dev.elasticrecognition.client.local.DataDirectory;
import dev.elasticrecognition.client.local.KnownProcess;
import dev.elasticrecognition.client.local.Ports;
import dev.elasticrecognition.client.local.Role;
import dev.elasticrecognition.client.local.Running;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells what of the local system runs. */
@Command(
        name = "status",
        description = "Tells what of the service runs on this machine, and where.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:it is ready", "1:it runs, but is not ready", "2:wrong options", "3:it doesn't run"})
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_RUNNING = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Place place;

    @Override
    public Integer call() {
        DataDirectory data = place.data();
        Optional<Running> running = Running.in(data).filter(Running::isAlive);
        if (running.isEmpty()) {
            out().println("not running in " + data.path());
            return NOT_RUNNING;
        }
        return print(running.get());
    }

    private int print(Running running) {
        for (Role role : Role.values()) {
            printProcesses(role, running.processes().getOrDefault(role, List.of()));
        }
        boolean ready = isReady(running.ports());
        printUrls(running.ports(), ready);
        return ready ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void printProcesses(Role role, List<KnownProcess> processes) {
        if (processes.isEmpty()) {
            out().printf("%-12s not started%n", role);
        }
        processes.forEach(process ->
                out().printf("%-12s pid %d %s%n", role, process.pid(), process.isAlive() ? "running" : "gone"));
    }

    private void printUrls(Ports ports, boolean ready) {
        out().printf("%-12s %s %s%n", "service", ports.service(), ready ? "ready" : "not ready");
        out().printf("%-12s http://localhost:%d%n", "queues", ports.sqs());
        out().printf("%-12s http://localhost:%d%n", "buckets", ports.s3());
        out().printf("%-12s http://localhost:%d%n", "instances", ports.ec2());
        out().flush();
    }

    private static boolean isReady(Ports ports) {
        try (var client = new RecognitionClient(ports.service())) {
            return client.isReady();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
