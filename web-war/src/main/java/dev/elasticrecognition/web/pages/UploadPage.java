package dev.elasticrecognition.web.pages;

import dev.elasticrecognition.domain.recognition.ImageLimits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The page on which photographs are sent. */
@Named("upload")
@RequestScoped
public class UploadPage {

    /** Query parameter: the problem with which a form came back. */
    public static final String PROBLEM = "problem";

    private static final int MEGA = 1_000_000;

    @Inject
    ImageLimits limits;

    @Inject
    Texts texts;

    @Inject
    HttpServletRequest request;

    public int getMostBytes() {
        return limits.maxBytes();
    }

    public String getKinds() {
        return texts.say("upload.kinds", limits.maxBytes() / MEGA);
    }

    /** Why a form that was sent came back; empty if none was. */
    public String getProblem() {
        return Optional.ofNullable(request.getParameter(PROBLEM))
                .map(texts::problem)
                .orElse("");
    }
}
