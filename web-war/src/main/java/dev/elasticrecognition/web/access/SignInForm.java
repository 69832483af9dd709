package dev.elasticrecognition.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the page where people sign in shows. */
@Named("signIn")
@RequestScoped
public class SignInForm {

    @Inject
    ExternalContext call;

    /** Key of what is told; empty if nothing is. */
    public String getNotice() {
        return Notice.of(parameter("notice")).map(Notice::word).orElse("");
    }

    /** Whether it tells something bad. */
    public boolean isRefused() {
        return Notice.of(parameter("notice"))
                .filter(notice -> notice != Notice.OUT)
                .isPresent();
    }

    /** Where he goes on after signing in. */
    public String getDestination() {
        return SignInPage.destination(parameter("to"));
    }

    private String parameter(String name) {
        return call.getRequestParameterMap().get(name);
    }
}
