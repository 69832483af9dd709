package dev.elasticrecognition.onnx;

import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.RejectedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Starts the program for each picture. What it prints last is the label. */
final class PerImageCommand implements ImageCommand {

    private final List<String> command;
    private final Duration timeout;

    PerImageCommand(List<String> command, Duration timeout) {
        this.command = command;
        this.timeout = timeout;
    }

    @Override
    public String classify(Path image) {
        List<String> withImage =
                Stream.concat(command.stream(), Stream.of(image.toString())).toList();
        try (CommandProcess running = CommandProcess.start(withImage)) {
            Tail output = Tail.of(running.process().getInputStream());
            if (!running.endsWithin(timeout)) {
                running.kill();
                throw new CommandFailed("took longer than " + timeout, running.errors(), null);
            }
            return lastLine(running, output);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("was stopped with the worker", "", stop);
        }
    }

    private static String lastLine(CommandProcess ended, Tail output) {
        int exit = ended.process().exitValue();
        if (exit != 0) {
            throw refused("ended with exit code " + exit, ended);
        }
        return output.text(CommandProcess.PATIENCE_WITH_OUTPUT)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> refused("printed no label", ended));
    }

    private static RejectedImage refused(String how, CommandProcess ended) {
        return new RejectedImage(Problem.Kind.MODEL_REFUSED, ImageCommand.refusal(how, ended.errors()));
    }

    @Override
    public void close() {
        // Each process ends with its picture.
    }
}
