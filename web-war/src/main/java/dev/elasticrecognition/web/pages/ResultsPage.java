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
import java.util.stream.Stream;

/** What has become of several photographs that were sent in a form, which its parameters name: see {@link SentForm}. */
@Named("results")
@RequestScoped
public class ResultsPage {

    private static final int MOST = 1000;

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

    private List<Outcome> found = List.of();

    @PostConstruct
    void find() {
        if (admission.isAdmitted()) {
            found = find(parameters(SentForm.ID).distinct().limit(MOST).toList());
        }
    }

    public String getTitle() {
        return found.size() == 1
                ? texts.say("results.one")
                : found.isEmpty() ? texts.say("results.title") : texts.say("results.many", found.size());
    }

    public List<Outcome> getOutcomes() {
        return found;
    }

    public boolean isWaiting() {
        return found.stream().anyMatch(Outcome::waiting);
    }

    /** Files that became no request, each with the reason; and, perhaps, how many more. */
    public List<Refusal> getRefused() {
        Stream<Refusal> told = parameters(SentForm.REFUSED)
                .limit(SentForm.MOST_NAMED)
                .map(text -> new Refusal(afterBlank(text), texts.problem(text.split(" ", 2)[0])));
        Stream<Refusal> more = parameters(SentForm.MORE_REFUSED)
                .limit(1)
                .filter(count -> count.matches("\\d{1,5}"))
                .map(count -> new Refusal(texts.say("results.andMore", count), ""));
        return Stream.concat(told, more).toList();
    }

    private List<Outcome> find(List<String> ids) {
        try {
            return outcomes.of(ids);
        } catch (ProblemException unknown) {
            call.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
            return List.of();
        }
    }

    private Stream<String> parameters(String name) {
        return Optional.ofNullable(request.getParameterValues(name)).stream().flatMap(Stream::of);
    }

    private static String afterBlank(String text) {
        return text.substring(text.indexOf(' ') + 1);
    }

    /** A file that wasn't accepted, and why. */
    public record Refusal(String fileName, String reason) {}
}
