package dev.elasticrecognition.onnx;

/**
 * Says that the model's program broke down over a picture: hung, died or wasn't to be started. That may be the program's fault
 * or the machine's, so the picture is worth another try.
 */
public final class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailed(String what, String errors, Throwable cause) {
        super(
                "The model's program (%s) %s. %s"
                        .formatted(
                                CommandSettings.COMMAND,
                                what,
                                errors.isEmpty() ? "It wrote no error." : "Its last errors: " + errors),
                cause);
    }
}
