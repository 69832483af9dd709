package dev.elasticrecognition.onnx;

import dev.elasticrecognition.domain.recognition.ImageContent;
import dev.elasticrecognition.domain.recognition.ImageHeader;
import dev.elasticrecognition.domain.recognition.ImageLimits;
import dev.elasticrecognition.domain.recognition.Prediction;
import dev.elasticrecognition.domain.recognition.Recognizer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Recognises pictures with a program. It gets a picture's file after it was decoded here, so that it sees only what is a picture
 * of an accepted type, within the limits and intact; under a name of our own, in a directory that nobody else may read. It says
 * one label and no probability, so the one prediction has the class 0 and the confidence 1.
 *
 * <p>Safe for use by several threads. As many pictures are with the program at a time as there are cores.
 */
public final class CommandRecognizer implements Recognizer, AutoCloseable {

    private final String id;
    private final String program;
    private final ImageCommand command;
    private final Allowance cores;
    private final BoundedDecoding decoding;
    private final Path directory;
    private final AtomicLong files = new AtomicLong();

    /** @throws IllegalArgumentException if there is no such program */
    CommandRecognizer(CommandSettings settings, ImageLimits limits) {
        program = settings.command().get(0);
        requireProgram(program);
        id = settings.id();
        command = settings.mode() == CommandSettings.Mode.PERSISTENT
                ? new PersistentCommand(settings.command(), settings.timeout())
                : new PerImageCommand(settings.command(), settings.timeout());
        cores = new Allowance(Runtime.getRuntime().availableProcessors());
        decoding = BoundedDecoding.inHalfOfTheHeap(limits, cores);
        directory = privateDirectory();
    }

    @Override
    public String modelId() {
        return id;
    }

    /** {@inheritDoc} It needs its program and room for a picture; what the program says is another matter. */
    @Override
    public void check() {
        requireProgram(program);
        Path probe = directory.resolve(Long.toString(files.incrementAndGet()));
        try {
            Files.write(probe, new byte[1 << 20]);
        } catch (IOException e) {
            throw new UncheckedIOException("No picture can be kept for the model's program in " + directory, e);
        } finally {
            delete(probe);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws CommandFailed if the program broke down
     */
    @Override
    public Recognition recognize(byte[] image) {
        Duration decoded = decoding.decode(image, pixels -> {});
        return cores.with(1, () -> {
            long start = System.nanoTime();
            String label = label(image);
            Duration classified = Duration.ofNanos(System.nanoTime() - start);
            return new Recognition(List.of(new Prediction(label, 0, 1)), decoded, classified);
        });
    }

    @Override
    public void close() {
        command.close();
        try {
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String label(byte[] image) {
        Path file = directory.resolve(nameFor(image));
        try {
            Files.write(file, image);
            return withoutFileName(command.classify(file), file);
        } catch (IOException e) {
            throw new UncheckedIOException("A picture can't be kept for the model's program in " + directory, e);
        } finally {
            delete(file);
        }
    }

    /** Programs go by the name's ending. */
    private String nameFor(byte[] image) {
        String type = ImageHeader.read(ImageContent.of(image)).type().name().toLowerCase(Locale.ROOT);
        return "%d.%s".formatted(files.incrementAndGet(), type);
    }

    /** Some programs say {@code file,label}. */
    private static String withoutFileName(String answer, Path file) {
        String line = answer.strip();
        for (String name : List.of(file.toString(), file.getFileName().toString())) {
            if (line.startsWith(name + ",")) {
                return line.substring(name.length() + 1).strip();
            }
        }
        return line;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path privateDirectory() {
        try {
            return Files.createTempDirectory("elastic-recognition-command");
        } catch (IOException e) {
            throw new UncheckedIOException("No directory for the pictures of the model's program", e);
        }
    }

    private static void requireProgram(String program) {
        boolean there = program.contains(File.separator)
                ? Files.isExecutable(Path.of(program))
                : Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        Rules.require(there, CommandSettings.COMMAND, "a program that is there and may be executed", program);
    }
}
