package dev.elasticrecognition.web.access;

import dev.elasticrecognition.domain.access.SessionToken;
import dev.elasticrecognition.domain.access.SignIn;
import dev.elasticrecognition.domain.access.SignOut;
import dev.elasticrecognition.domain.access.TooManyAttempts;
import dev.elasticrecognition.domain.messaging.Unavailable;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Optional;

/** Takes the form of the page where people sign in. Who gets in goes on to where he wanted; who doesn't gets back there. */
@WebServlet(SignInPage.CONSOLE + "/sign-in")
public class SignInServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(SignInServlet.class.getName());

    @Inject
    transient SignIn signIn;

    @Inject
    transient SignOut signOut;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String destination = SignInPage.destination(request.getParameter("to"));
        try {
            Optional<SessionToken> token = signIn.signIn(text(request, "name"), text(request, "password"));
            LOG.log(
                    token.isPresent() ? Level.INFO : Level.WARNING,
                    token.isPresent() ? "The operator signed in from {0}" : "A wrong name or password came from {0}",
                    request.getRemoteAddr());
            token.ifPresent(given -> begin(given, request, response));
            SignInPage.redirect(
                    response, token.isPresent() ? destination : SignInPage.address(destination, Notice.WRONG));
        } catch (TooManyAttempts e) {
            SignInPage.redirect(response, SignInPage.address(destination, Notice.BUSY));
        } catch (Unavailable e) {
            LOG.log(Level.WARNING, "Nobody could sign in. {0}", e.getMessage());
            SignInPage.redirect(response, SignInPage.address(destination, Notice.AWAY));
        }
    }

    /** The session that the browser had before ends. */
    private void begin(SessionToken token, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.in(request).ifPresent(signOut::signOut);
        SessionCookie.give(token, request, response);
    }

    private static String text(HttpServletRequest request, String name) {
        return Objects.toString(request.getParameter(name), "");
    }
}
