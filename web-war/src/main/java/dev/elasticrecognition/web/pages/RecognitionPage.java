package dev.elasticrecognition.web.pages;

import dev.elasticrecognition.web.problems.ProblemException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;

/** The page of one request, which its {@code id} names. */
@Named("recognition")
@RequestScoped
public class RecognitionPage {

    @Inject
    HttpServletRequest request;

    @Inject
    ExternalContext call;

    @Inject
    AdmissionView admission;

    @Inject
    Outcomes outcomes;

    @Inject
    Texts texts;

    private Optional<Outcome> outcome = Optional.empty();

    @PostConstruct
    void find() {
        if (admission.isAdmitted()) {
            outcome = find(Optional.ofNullable(request.getParameter("id")).orElse(""));
        }
    }

    public boolean isPresent() {
        return outcome.isPresent();
    }

    public boolean isWaiting() {
        return outcome.filter(Outcome::waiting).isPresent();
    }

    public Outcome getOutcome() {
        return outcome.orElse(null);
    }

    public String getTitle() {
        return outcome.map(Outcome::fileName)
                .orElseGet(() -> texts.say(admission.isAdmitted() ? "recognition.unknown" : "recognition.closed"));
    }

    /** Why nothing is shown. */
    public String getAdvice() {
        return texts.say(admission.isAdmitted() ? "recognition.unknownAdvice" : "recognition.closedAdvice");
    }

    private Optional<Outcome> find(String id) {
        try {
            return Optional.of(outcomes.of(List.of(id)).get(0));
        } catch (ProblemException unknown) {
            call.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
            return Optional.empty();
        }
    }
}
