package dev.elasticrecognition.domain.access;

import dev.elasticrecognition.domain.fleet.SharedDocument;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the operator's password, when there is none: the first front end does it for all of them. */
public final class AppointOperator {

    /** Crockford's base 32, which has no letters that look alike: 5 bits a sign. */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int LENGTH = 20;

    private final SharedDocument<OperatorAccount> document;
    private final PasswordHashing hashing;
    private final SecureRandom random = new SecureRandom();

    public AppointOperator(SharedDocument<OperatorAccount> document, PasswordHashing hashing) {
        this.document = document;
        this.hashing = hashing;
    }

    /** The password, if it was made by this call. It can't be learned later. */
    public Optional<String> appoint() {
        if (document.read().isPresent()) {
            return Optional.empty();
        }
        String password = password();
        OperatorAccount account = new OperatorAccount(hashing.hash(password));
        // A write whose answer was lost looks like somebody else's.
        return document.write(account, Optional.empty())
                .or(document::read)
                .filter(there -> there.value().equals(account))
                .map(there -> password);
    }

    private String password() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(sign -> ALPHABET.substring(sign, sign + 1))
                .collect(Collectors.joining());
    }
}
