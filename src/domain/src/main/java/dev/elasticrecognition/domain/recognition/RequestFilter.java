package dev.elasticrecognition.domain.recognition;

import dev.elasticrecognition.domain.recognition.RecognitionResult.Recognized;
import dev.elasticrecognition.domain.recognition.RequestState.Answered;
import dev.elasticrecognition.domain.recognition.RequestState.Waiting;
import java.util.Objects;
import java.util.Optional;

/**
 * Picks requests.
 *
 * @param state where they are on their way; empty if it doesn't matter
 * @param label the label that they were answered with, exactly; empty if it doesn't matter
 */
public record RequestFilter(Optional<State> state, Optional<String> label) {

    /** Picks all. */
    public static final RequestFilter ALL = new RequestFilter(Optional.empty(), Optional.empty());

    public RequestFilter {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(label, "label");
    }

    boolean matches(RequestState request) {
        return state.filter(wanted -> wanted != State.of(request)).isEmpty()
                && label.filter(wanted -> !hasLabel(request, wanted)).isEmpty();
    }

    /** Whether no request can match: only those that succeeded have labels. */
    boolean matchesNone() {
        return label.isPresent()
                && onlyState().filter(only -> only != State.SUCCEEDED).isPresent();
    }

    /** The only state in which a request can match; empty if there are several. */
    Optional<State> onlyState() {
        return label.isPresent() && state.isEmpty() ? Optional.of(State.SUCCEEDED) : state;
    }

    private static boolean hasLabel(RequestState request, String wanted) {
        return request instanceof Answered answered
                && answered.result() instanceof Recognized recognized
                && recognized.top().label().equals(wanted);
    }

    /** The states of a request, as people tell them apart. */
    public enum State {
        WAITING,
        SUCCEEDED,
        FAILED;

        static State of(RequestState request) {
            if (request instanceof Waiting) {
                return WAITING;
            }
            return ((Answered) request).result() instanceof Recognized ? SUCCEEDED : FAILED;
        }
    }
}
