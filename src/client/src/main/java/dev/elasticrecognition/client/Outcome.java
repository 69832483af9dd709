package dev.elasticrecognition.client;

import java.util.Optional;

/**
 * What became of one image of many.
 *
 * @param <S> what the image came from
 */
public sealed interface Outcome<S> {

    /** What the image came from. */
    S source();

    /** The label, if there is one. */
    default Optional<String> label() {
        return this instanceof Answered<S> answered && answered.recognition() instanceof Recognition.Succeeded succeeded
                ? Optional.of(succeeded.label())
                : Optional.empty();
    }

    /** The service accepted it. It is still {@link Recognition.Waiting} if there was no end to it within patience. */
    record Answered<S>(S source, Recognition recognition) implements Outcome<S> {}

    /**
     * The service has not accepted it, or isn't known to have.
     *
     * @param why an {@link java.io.IOException} if it couldn't be read, a {@link RecognitionException} if there is no answer
     */
    record Unanswered<S>(S source, Exception why) implements Outcome<S> {}
}
