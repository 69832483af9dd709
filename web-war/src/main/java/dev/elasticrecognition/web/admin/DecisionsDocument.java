package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.fleet.DecisionLog.Page;
import dev.elasticrecognition.domain.fleet.DecisionRecord;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A page of decisions.
 *
 * @param decisions newest first
 * @param next where older ones are; absent on the last page
 */
@JsonbPropertyOrder({"decisions", "next"})
public record DecisionsDocument(List<TakenDecision> decisions, String next) {

    static DecisionsDocument of(Page page, Optional<URI> next) {
        return new DecisionsDocument(
                page.decisions().stream().map(TakenDecision::of).toList(),
                next.map(URI::toString).orElse(null));
    }

    /**
     * A decision with what it was made from and what was done then.
     *
     * @param at ISO 8601, UTC
     * @param shadow what the shadow policy would have decided; absent if there was none
     * @param acts a sentence each
     */
    @JsonbPropertyOrder({"id", "at", "leader", "decision", "shadow", "acts", "observation"})
    public record TakenDecision(
            String id,
            String at,
            String leader,
            DecisionDocument decision,
            DecisionDocument shadow,
            List<String> acts,
            ObservationDocument observation) {

        static TakenDecision of(DecisionRecord taken) {
            return new TakenDecision(
                    taken.id(),
                    taken.observation().at().toString(),
                    taken.leader(),
                    DecisionDocument.of(taken.decision()),
                    taken.shadow().map(DecisionDocument::of).orElse(null),
                    taken.acts(),
                    ObservationDocument.of(taken.observation()));
        }
    }
}
