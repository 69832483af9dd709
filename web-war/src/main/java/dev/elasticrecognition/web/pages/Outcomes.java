package dev.elasticrecognition.web.pages;

import dev.elasticrecognition.domain.recognition.RequestState;
import dev.elasticrecognition.web.results.Answers;
import dev.elasticrecognition.web.results.Requests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;

/** Requests as pages tell them. */
@ApplicationScoped
public class Outcomes {

    @Inject
    Requests requests;

    @Inject
    Answers answers;

    @Inject
    Texts texts;

    @Inject
    InstantSource clock;

    /**
     * How requests stand, in their order.
     *
     * @throws dev.elasticrecognition.web.problems.ProblemException if there is no such request
     */
    List<Outcome> of(List<String> ids) {
        return requests.states(ids).stream().map(this::outcome).toList();
    }

    private Outcome outcome(RequestState state) {
        return new Outcome(state, answers.document(state), texts, clock.instant());
    }
}
