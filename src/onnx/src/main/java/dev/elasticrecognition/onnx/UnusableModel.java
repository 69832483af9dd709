package dev.elasticrecognition.onnx;

import java.nio.file.Path;

/** Says that a model directory can't be used: what is wrong, where, and what to do. */
public final class UnusableModel extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableModel(Path where, String whatAndRemedy) {
        this(where, whatAndRemedy, null);
    }

    UnusableModel(Path where, String whatAndRemedy, Throwable cause) {
        super("Unusable model: %s: %s".formatted(where, whatAndRemedy), cause);
    }
}
