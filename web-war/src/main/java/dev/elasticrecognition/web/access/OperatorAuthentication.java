package dev.elasticrecognition.web.access;

import dev.elasticrecognition.domain.access.AdmitOperator;
import dev.elasticrecognition.domain.access.OperatorAccount;
import dev.elasticrecognition.domain.access.TooManyAttempts;
import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.web.http.Origin;
import dev.elasticrecognition.web.problems.ProblemDocument;
import dev.elasticrecognition.web.problems.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;

/**
 * Lets the operator in by HTTP Basic, wherever a role is asked for; everything else it leaves alone. It is ours and not
 * the container's, so that what it refuses is answered with a problem document.
 */
@ApplicationScoped
public class OperatorAuthentication implements HttpAuthenticationMechanism {

    /** Who may steer the fleet. */
    public static final String OPERATOR = OperatorAccount.NAME;

    private static final Logger LOG = System.getLogger(OperatorAuthentication.class.getName());
    private static final String CHALLENGE = "Basic realm=\"Elastic Recognition\", charset=\"UTF-8\"";
    private static final int RETRY_AFTER_SECONDS = 5;

    @Inject
    AdmitOperator admitOperator;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!context.isProtected()) {
            return context.doNothing();
        }
        if (Origin.wantsForeignChange(request)) {
            return refuse(response, ProblemType.FOREIGN_ORIGIN, "Call from a page of this service, or from a program.");
        }
        return authenticate(request, response, context);
    }

    private AuthenticationStatus authenticate(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try {
            if (isOperator(request)) {
                return context.notifyContainerAboutLogin(OPERATOR, Set.of(OPERATOR));
            }
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
            return refuse(
                    response,
                    ProblemType.NOT_AUTHENTICATED,
                    "Send the name '%s' and the password that the front end logged at its first start, by HTTP Basic."
                            .formatted(OPERATOR));
        } catch (TooManyAttempts e) {
            response.setIntHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            return refuse(response, ProblemType.TOO_MANY_ATTEMPTS, e.getMessage() + ".");
        } catch (Unavailable e) {
            LOG.log(Level.WARNING, "Nobody could be told for an operator. {0}", e.getMessage());
            response.setIntHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            return refuse(response, ProblemType.STORES_UNAVAILABLE, "Send the request again in a few seconds.");
        }
    }

    private boolean isOperator(HttpServletRequest request) {
        Optional<BasicCredentials> given = BasicCredentials.in(request.getHeader(HttpHeaders.AUTHORIZATION));
        boolean admitted = given.filter(pair -> admitOperator.admits(pair.name(), pair.password()))
                .isPresent();
        if (given.isPresent() && !admitted) {
            LOG.log(Level.WARNING, "A wrong name or password came from {0}", request.getRemoteAddr());
        }
        return admitted;
    }

    private static AuthenticationStatus refuse(HttpServletResponse response, ProblemType type, String detail) {
        ProblemDocument.of(type, detail).writeTo(response);
        return AuthenticationStatus.SEND_FAILURE;
    }
}
