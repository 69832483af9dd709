package dev.elasticrecognition.web.results;

import dev.elasticrecognition.domain.recognition.RequestFilter.State;
import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import java.util.Arrays;
import java.util.Locale;

/** The query parameter {@code state}. */
public record WantedState(State state) {

    /**
     * Reads the parameter.
     *
     * @throws ProblemException if there is no such state
     */
    public static WantedState fromString(String word) {
        return Arrays.stream(State.values())
                .map(WantedState::new)
                .filter(wanted -> wanted.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.INVALID_STATE,
                        "The parameter 'state' takes one of 'waiting', 'succeeded' and 'failed'."));
    }

    String word() {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
