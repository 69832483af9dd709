package dev.elasticrecognition.web.pages;

import dev.elasticrecognition.web.access.PublicAccess;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Whether callers must say who they are, and whether this one has. */
@Named("admission")
@RequestScoped
public class AdmissionView {

    @Inject
    PublicAccess access;

    @Inject
    HttpServletRequest request;

    public boolean isClosed() {
        return access.isClosed();
    }

    /** Whether this caller may see requests. */
    boolean isAdmitted() {
        return !access.isClosed() || request.getUserPrincipal() != null;
    }
}
