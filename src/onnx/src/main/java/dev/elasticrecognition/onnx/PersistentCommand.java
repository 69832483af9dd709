package dev.elasticrecognition.onnx;

import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.RejectedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;

/**
 * Keeps the program running: for each picture it reads the path of a file, a line, and prints the label, a line; or a line that
 * begins with an exclamation mark, which refuses the picture and says why. Each process has one picture at a time; there are
 * as many as there ever were pictures at once. One that hangs, dies or is found to have said too much is ended; the next picture starts
 * another.
 */
final class PersistentCommand implements ImageCommand {

    private static final String REFUSAL = "!";

    private record Conversation(CommandProcess process, Lines answers) {

        void ask(Path image) throws IOException {
            if (answers.areLeft()) {
                throw new IOException("more than one line for a picture");
            }
            process.process().getOutputStream().write((image + "\n").getBytes(StandardCharsets.UTF_8));
            process.process().getOutputStream().flush();
        }
    }

    private final List<String> command;
    private final Duration timeout;
    private final Queue<Conversation> idle = new ConcurrentLinkedQueue<>();

    PersistentCommand(List<String> command, Duration timeout) {
        this.command = command;
        this.timeout = timeout;
    }

    @Override
    public String classify(Path image) {
        Conversation conversation = conversation();
        String answer = answer(conversation, image);
        idle.add(conversation);
        if (answer.startsWith(REFUSAL)) {
            String reason = answer.substring(REFUSAL.length()).strip();
            throw new RejectedImage(Problem.Kind.MODEL_REFUSED, ImageCommand.refusal("refused the picture", reason));
        }
        return answer;
    }

    @Override
    public void close() {
        idle.forEach(conversation -> conversation.process().kill());
    }

    private Conversation conversation() {
        Conversation kept = idle.poll();
        while (kept != null && !kept.process().isAlive()) {
            kept.process().kill();
            kept = idle.poll();
        }
        return kept != null ? kept : begin();
    }

    private Conversation begin() {
        CommandProcess process = CommandProcess.start(command);
        return new Conversation(process, Lines.of(process.process().getInputStream()));
    }

    private String answer(Conversation conversation, Path image) {
        try {
            conversation.ask(image);
            return conversation
                    .answers()
                    .next(timeout)
                    .filter(line -> !line.isBlank())
                    .orElseThrow(() -> failed(conversation, "ended, or printed no label", null));
        } catch (TimeoutException hangs) {
            throw failed(conversation, "took longer than " + timeout, hangs);
        } catch (IOException broken) {
            throw failed(conversation, "can't be spoken to: " + broken.getMessage(), broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw failed(conversation, "was stopped with the worker", stop);
        }
    }

    private static CommandFailed failed(Conversation conversation, String what, Exception cause) {
        conversation.process().kill();
        return new CommandFailed(what, conversation.process().errors(), cause);
    }
}
