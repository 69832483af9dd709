package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.deadletters.RedriveDeadLetters.Outcome;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Collections;
import java.util.List;

/**
 * What came of redriving many.
 *
 * @param sentAgain requests that wait again
 * @param answeredBefore requests that had an answer already
 * @param left dead letters that are still there
 */
@JsonbPropertyOrder({"sentAgain", "answeredBefore", "left"})
public record RedrivenDocument(int sentAgain, int answeredBefore, int left) {

    static RedrivenDocument of(List<Outcome> outcomes, int left) {
        return new RedrivenDocument(
                Collections.frequency(outcomes, Outcome.SENT_AGAIN),
                Collections.frequency(outcomes, Outcome.ANSWERED_BEFORE),
                left);
    }
}
