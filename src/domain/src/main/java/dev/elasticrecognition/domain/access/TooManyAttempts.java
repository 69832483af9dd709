package dev.elasticrecognition.domain.access;

/** Says that a password wasn't checked, because the checks of others took too long. */
public final class TooManyAttempts extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooManyAttempts() {
        super("Other passwords are being checked. Try again in a few seconds");
    }
}
