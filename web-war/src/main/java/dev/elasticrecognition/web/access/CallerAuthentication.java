package dev.elasticrecognition.web.access;

import dev.elasticrecognition.domain.access.AdmitOperator;
import dev.elasticrecognition.domain.access.AdmitSession;
import dev.elasticrecognition.domain.access.OperatorAccount;
import dev.elasticrecognition.domain.access.SessionToken;
import dev.elasticrecognition.domain.access.TooManyAttempts;
import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.web.http.Https;
import dev.elasticrecognition.web.http.Origin;
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
 * Tells who calls: the operator by HTTP Basic or, in a browser, by the session that he signed in to; others, and operators
 * that an issuer names, by bearer token. A token is looked at wherever it comes; who has none, or a wrong one, is refused only where a caller is asked for. It is ours and
 * not the container's, so that what it refuses is answered with a problem document.
 */
@ApplicationScoped
public class CallerAuthentication implements HttpAuthenticationMechanism {

    /** The role of who may steer the fleet. */
    public static final String OPERATOR = OperatorAccount.NAME;

    /** Attribute of a request for which any caller will do. */
    static final String ASKED_OF_EVERYBODY = CallerAuthentication.class.getName() + ".everybody";

    private static final Logger LOG = System.getLogger(CallerAuthentication.class.getName());

    @Inject
    AdmitOperator admitOperator;

    @Inject
    AdmitSession admitSession;

    @Inject
    BearerTokens tokens;

    @Inject
    Https https;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (context.isProtected() && https.isMissedBy(request)) {
            https.redirect(request, response);
            return AuthenticationStatus.SEND_FAILURE;
        }
        Refusal refusal =
                new Refusal(request, response, request.getAttribute(ASKED_OF_EVERYBODY) == null, tokens.areIssued());
        boolean asked = context.isProtected() || context.isAuthenticationRequest();
        try {
            Optional<String> token = BearerCredentials.in(request.getHeader(HttpHeaders.AUTHORIZATION))
                    .filter(bearer -> tokens.areAccepted());
            if (token.isPresent()) {
                return login(tokens.holder(token.get()), context);
            }
            return asked ? byPasswordOrSession(request, refusal, context) : context.doNothing();
        } catch (InvalidToken e) {
            if (!asked) {
                return context.doNothing();
            }
            LOG.log(
                    Level.WARNING,
                    "A bearer token was refused ({0}); it came from {1}",
                    e.reason(),
                    request.getRemoteAddr());
            return refusal.ofToken(e.getMessage());
        } catch (KeysUnavailable e) {
            LOG.log(Level.WARNING, "A bearer token couldn''t be verified. {0}", e.getMessage());
            return refusal.forNow(ProblemType.KEYS_UNAVAILABLE, "Send the request again in a few seconds.");
        } catch (TooManyAttempts e) {
            return refusal.forNow(ProblemType.TOO_MANY_ATTEMPTS, e.getMessage() + ".");
        } catch (Unavailable e) {
            LOG.log(Level.WARNING, "Nobody could be told for an operator. {0}", e.getMessage());
            return refusal.forNow(ProblemType.STORES_UNAVAILABLE, "Send the request again in a few seconds.");
        }
    }

    private AuthenticationStatus byPasswordOrSession(
            HttpServletRequest request, Refusal refusal, HttpMessageContext context) {
        Optional<BasicCredentials> password = BasicCredentials.in(request.getHeader(HttpHeaders.AUTHORIZATION));
        Optional<SessionToken> token = SessionCookie.in(request);
        if ((password.isPresent() || token.isPresent()) && Origin.wantsForeignChange(request)) {
            return refusal.ofForeigner();
        }
        boolean known = password.map(given -> isOperators(given, request))
                .orElseGet(() -> token.flatMap(admitSession::admit).isPresent());
        return known ? login(new Caller(OPERATOR, Set.of(OPERATOR)), context) : refusal.ofNobody();
    }

    private boolean isOperators(BasicCredentials given, HttpServletRequest request) {
        boolean right = admitOperator.admit(given.name(), given.password()).isPresent();
        if (!right) {
            LOG.log(Level.WARNING, "A wrong name or password came from {0}", request.getRemoteAddr());
        }
        return right;
    }

    private static AuthenticationStatus login(Caller caller, HttpMessageContext context) {
        return context.notifyContainerAboutLogin(caller.name(), caller.roles());
    }
}
