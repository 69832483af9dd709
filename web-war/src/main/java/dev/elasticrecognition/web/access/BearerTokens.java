package dev.elasticrecognition.web.access;

import java.util.Optional;

/** The bearer tokens that are accepted: configured ones, and those of an issuer. */
final class BearerTokens {

    private final StaticTokens configured;
    private final Optional<JsonWebTokens> issued;

    BearerTokens(StaticTokens configured, Optional<JsonWebTokens> issued) {
        this.configured = configured;
        this.issued = issued;
    }

    /** Whether there can be one that is accepted. */
    boolean areAccepted() {
        return !configured.isEmpty() || areIssued();
    }

    /** Whether an issuer may make operators. */
    boolean areIssued() {
        return issued.isPresent();
    }

    /**
     * Tells whose token this is.
     *
     * @throws InvalidToken if it isn't accepted
     * @throws KeysUnavailable if it can't be known at the moment
     */
    Caller holder(String token) {
        return configured
                .holder(token)
                .or(() -> issued.map(tokens -> tokens.holder(token)))
                .orElseThrow(() -> new InvalidToken("Nobody has this one", "it is not among " + StaticTokens.KEY));
    }
}
