package dev.elasticrecognition.domain.access;

import java.util.Objects;

/**
 * What is kept of the operator's password, for all front ends.
 *
 * @param passwordHash by {@link PasswordHashing}; the password can't be told from it
 */
public record OperatorAccount(String passwordHash) {

    /** The name that the operator signs in with, and the role that follows from it. */
    public static final String NAME = "operator";

    public OperatorAccount {
        Objects.requireNonNull(passwordHash, "passwordHash");
    }
}
