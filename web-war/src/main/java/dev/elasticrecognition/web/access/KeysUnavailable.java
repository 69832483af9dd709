package dev.elasticrecognition.web.access;

/** Says that a token couldn't be verified, because the issuer's keys can't be got. */
final class KeysUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysUnavailable(Throwable cause) {
        super("The keys at " + JwtSettings.LOCATION + " can't be got: " + cause.getMessage(), cause);
    }
}
