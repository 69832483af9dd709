package dev.elasticrecognition.web.access;

import java.util.Set;

/**
 * Who makes a call.
 *
 * @param name one line that can be logged: 1 to {@value #MAX_NAME} signs, none of them for control
 * @param roles what he may do beyond what everybody may
 */
record Caller(String name, Set<String> roles) {

    private static final int MAX_NAME = 128;

    /** @throws InvalidToken if the name is none */
    Caller {
        if (name == null || name.isBlank() || name.length() > MAX_NAME || !name.matches("\\P{C}+")) {
            throw new InvalidToken("It doesn't name its holder", "the name is missing, too long or has control signs");
        }
    }

    /** Somebody who may do what everybody may. */
    static Caller named(String name) {
        return new Caller(name, Set.of());
    }
}
