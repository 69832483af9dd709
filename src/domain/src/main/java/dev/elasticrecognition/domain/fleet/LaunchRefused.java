package dev.elasticrecognition.domain.fleet;

/** Says that the cloud launched nothing: it has no such machine left, or allows no more of them. */
public final class LaunchRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what the act that was refused, as in "launch 3 instances of c7i.large"
     * @param reason what the cloud said
     */
    public LaunchRefused(String what, String reason, Throwable cause) {
        super("The cloud refused to %s: %s".formatted(what, reason), cause);
    }
}
