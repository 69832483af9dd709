package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.deadletters.DeadLetter;
import dev.elasticrecognition.domain.deadletters.ListDeadLetters;
import dev.elasticrecognition.domain.recognition.RequestId;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** The dead letters as the console shows them, newest request first. */
@Named("deadLetters")
@RequestScoped
public class DeadLettersPage {

    private static final int AT_ONCE = 20;
    private static final String CURSOR = "cursor";

    @Inject
    ListDeadLetters listDeadLetters;

    @Inject
    ExternalContext call;

    private ListDeadLetters.Page page;

    @PostConstruct
    void read() {
        page = listDeadLetters.page(
                Optional.ofNullable(call.getRequestParameterMap().get(CURSOR)).flatMap(RequestId::parse), AT_ONCE);
    }

    public List<DeadLetter> getLetters() {
        return page.letters();
    }

    /** Where older ones are; null on the last page. */
    public String getOlder() {
        return page.next()
                .map(after -> "/console/dead-letters?%s=%s".formatted(CURSOR, after.value()))
                .orElse(null);
    }
}
