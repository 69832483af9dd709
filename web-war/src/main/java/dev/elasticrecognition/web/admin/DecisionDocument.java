package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.scaling.ScalingDecision;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/** How many instances there shall be, and why; see {@link ScalingDecision}. */
@JsonbPropertyOrder({"need", "desiredCapacity", "reason", "formula", "limits", "whyNotMore", "whyNotLess"})
public record DecisionDocument(
        int need,
        int desiredCapacity,
        String reason,
        String formula,
        List<String> limits,
        String whyNotMore,
        String whyNotLess) {

    static DecisionDocument of(ScalingDecision decision) {
        return new DecisionDocument(
                decision.need(),
                decision.desiredCapacity(),
                decision.reason(),
                decision.formula(),
                decision.limits(),
                decision.whyNotMore(),
                decision.whyNotLess());
    }
}
