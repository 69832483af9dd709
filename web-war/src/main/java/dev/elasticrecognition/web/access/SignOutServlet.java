package dev.elasticrecognition.web.access;

import dev.elasticrecognition.domain.access.SignOut;
import dev.elasticrecognition.domain.messaging.Unavailable;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Ends the session of the browser that asks for it. */
@WebServlet(SignInPage.CONSOLE + "/sign-out")
public class SignOutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(SignOutServlet.class.getName());

    @Inject
    transient SignOut signOut;

    /** While the store is away the session goes on, and the browser keeps the cookie, so that it can be tried again. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        try {
            SessionCookie.in(request).ifPresent(token -> {
                signOut.signOut(token);
                LOG.log(Level.INFO, "The operator signed out from {0}", request.getRemoteAddr());
            });
            SessionCookie.take(request, response);
            SignInPage.redirect(response, SignInPage.address(SignInPage.CONSOLE, Notice.OUT));
        } catch (Unavailable e) {
            LOG.log(Level.WARNING, "Nobody could sign out. {0}", e.getMessage());
            SignInPage.redirect(response, SignInPage.address(SignInPage.CONSOLE, Notice.AWAY));
        }
    }
}
