package dev.elasticrecognition.onnx;

import java.util.List;

/** Says that a network can't be run by what the settings name. */
public final class UnavailableProvider extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnavailableProvider(ExecutionProvider provider, String why, Throwable cause) {
        super(
                "%s names %s, which %s. It has: %s. Name these, or install what is missing."
                        .formatted(
                                OnnxSettings.PROVIDERS,
                                ExecutionProvider.names(List.of(provider)),
                                why,
                                ExecutionProvider.names(ExecutionProvider.available())),
                cause);
    }
}
