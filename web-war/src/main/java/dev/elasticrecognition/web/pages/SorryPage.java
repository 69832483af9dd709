package dev.elasticrecognition.web.pages;

import dev.elasticrecognition.web.problems.ProblemServlet;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;

/** What is said to people when something went wrong. */
@Named("sorry")
@RequestScoped
public class SorryPage {

    @Inject
    ExternalContext call;

    @Inject
    Texts texts;

    private int status;

    @PostConstruct
    void begin() {
        status = (int) call.getRequestMap().getOrDefault(ProblemServlet.STATUS, HttpServletResponse.SC_NOT_FOUND);
        call.setResponseStatus(status);
    }

    public String getTitle() {
        return text("title");
    }

    public String getAdvice() {
        return text("advice");
    }

    private String text(String part) {
        return texts.find("sorry.%d.%s".formatted(status, part))
                .or(() -> texts.find("sorry.other." + part))
                .orElseThrow();
    }
}
