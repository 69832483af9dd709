package dev.elasticrecognition.web.access;

import dev.elasticrecognition.web.problems.ProblemDocument;
import dev.elasticrecognition.web.problems.ProblemType;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;

/** How callers are told that they aren't let in, with the challenges of RFC 7617 (Basic) and RFC 6750 (Bearer). */
final class Refusal {

    private static final String BASIC = "Basic realm=\"Elastic Recognition\", charset=\"UTF-8\"";
    private static final String BEARER = "Bearer realm=\"Elastic Recognition\"";
    private static final int RETRY_AFTER_SECONDS = 5;

    /** Known to nobody: a browser doesn't ask for a password in a window of its own. RFC 9110 wants a challenge. */
    private static final String COOKIE = "Cookie realm=\"Elastic Recognition\"";

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final boolean operatorsOnly;
    private final boolean operatorsHaveTokens;

    /**
     * @param operatorsOnly whether only an operator will do
     * @param operatorsHaveTokens whether operators may send tokens
     */
    Refusal(
            HttpServletRequest request,
            HttpServletResponse response,
            boolean operatorsOnly,
            boolean operatorsHaveTokens) {
        this.request = request;
        this.response = response;
        this.operatorsOnly = operatorsOnly;
        this.operatorsHaveTokens = operatorsHaveTokens;
    }

    /** To who didn't say who he is, or not truthfully. */
    AuthenticationStatus ofNobody() {
        if (!operatorsOnly) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER);
            return problem(ProblemType.TOKEN_MISSING, "Send a token in the header 'Authorization: Bearer ...'.");
        }
        if (SignInPage.isFor(request)) {
            SignInPage.send(request, response);
            return AuthenticationStatus.SEND_FAILURE;
        }
        if (SignInPage.isScript(request)) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, COOKIE);
            return problem(ProblemType.NOT_AUTHENTICATED, "Sign in at %s.".formatted(SignInPage.PATH));
        }
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, BASIC);
        if (operatorsHaveTokens) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER);
        }
        return problem(
                ProblemType.NOT_AUTHENTICATED,
                "Send the name '%s' and the password that the front end logged at its first start, by HTTP Basic."
                        .formatted(CallerAuthentication.OPERATOR));
    }

    /** To who sent a token that isn't accepted. */
    AuthenticationStatus ofToken(String why) {
        response.addHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "%s, error=\"invalid_token\", error_description=\"%s\"".formatted(BEARER, why));
        return problem(ProblemType.TOKEN_INVALID, why + ". Get another one.");
    }

    /** To a browser that adds a password to what a page of another site wants. */
    AuthenticationStatus ofForeigner() {
        return problem(ProblemType.FOREIGN_ORIGIN, "Call from a page of this service, or from a program.");
    }

    /** To who may be let in later. */
    AuthenticationStatus forNow(ProblemType type, String detail) {
        response.setIntHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return problem(type, detail);
    }

    private AuthenticationStatus problem(ProblemType type, String detail) {
        ProblemDocument.of(type, detail).writeTo(response);
        return AuthenticationStatus.SEND_FAILURE;
    }
}
