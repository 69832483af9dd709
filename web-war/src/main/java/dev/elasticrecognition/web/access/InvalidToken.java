package dev.elasticrecognition.web.access;

/** Says that a bearer token isn't accepted. */
final class InvalidToken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * @param message for who sent it; nothing in it comes from the token
     * @param reason for the log; whatever isn't printable in it is replaced, and it is cut after 200 signs
     */
    InvalidToken(String message, String reason) {
        super(message);
        this.reason = printable(reason);
    }

    String reason() {
        return reason;
    }

    private static String printable(String text) {
        return String.valueOf(text).replaceAll("[^\\x20-\\x7e]", "?").replaceFirst("(?<=.{200}).*", "");
    }
}
