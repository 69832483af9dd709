package dev.elasticrecognition.aws;

/** Says that a message or an object isn't what this version of the product reads. */
final class UnreadableDocument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableDocument(String why, Throwable cause) {
        super(why, cause);
    }

    /** @throws UnreadableDocument if the version is not one that is read here */
    static void requireVersion(int version, int newest) {
        if (version < 1 || version > newest) {
            throw new UnreadableDocument(
                    "It has version %d; versions 1 to %d are read here".formatted(version, newest), null);
        }
    }
}
