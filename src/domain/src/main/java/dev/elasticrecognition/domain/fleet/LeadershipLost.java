package dev.elasticrecognition.domain.fleet;

/** Says that another front end has taken over; whatever was to be done is its business now. */
final class LeadershipLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeadershipLost(String leader) {
        super("Front end %s leads now".formatted(leader));
    }
}
