package dev.elasticrecognition.onnx;

import java.nio.file.Path;

/** The model's program, however often it is started. Safe for use by several threads. */
interface ImageCommand extends AutoCloseable {

    /**
     * Has a picture classified.
     *
     * @return what the program printed: a line, not empty
     * @throws dev.elasticrecognition.domain.recognition.RejectedImage if the program refused the picture
     * @throws CommandFailed if the program broke down
     */
    String classify(Path image);

    /** Ends what is still running. */
    @Override
    void close();

    /** What is said of a picture that the program refused. */
    static String refusal(String how, String errors) {
        return "The model's program %s.%s Send another picture, or have the program looked after."
                .formatted(how, errors.isEmpty() ? "" : " It says: " + errors);
    }
}
