package dev.elasticrecognition.domain.access;

/** Hashes passwords in a way that makes guessing slow. A hash takes a good part of a second of a core. */
public interface PasswordHashing {

    /** A hash with everything in it that is needed to check a password against it; another one at each call. */
    String hash(String password);

    /** Whether a hash was made from this password. How long it takes tells nothing about it. */
    boolean matches(String password, String hash);
}
