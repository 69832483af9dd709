package dev.elasticrecognition.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What is kept of somebody who has signed in, for all front ends.
 *
 * @param who the name
 * @param account the fingerprint of the account at that time; the session ends when the account is another one
 * @param since when it began
 * @param lastSeen when it was used last, as far as was written down
 * @param until when it ends in any case
 */
public record Session(String who, String account, Instant since, Instant lastSeen, Instant until) {

    public Session {
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(lastSeen, "lastSeen");
        Objects.requireNonNull(until, "until");
    }

    static Session begin(OperatorAccount account, Instant now, Duration lifetime) {
        return new Session(OperatorAccount.NAME, fingerprint(account), now, now, now.plus(lifetime));
    }

    Session seen(Instant now) {
        return new Session(who, account, since, now, until);
    }

    boolean isOver(Instant now, Duration idle) {
        return !now.isBefore(until) || !now.isBefore(lastSeen.plus(idle));
    }

    boolean isOf(OperatorAccount current) {
        return account.equals(fingerprint(current));
    }

    private static String fingerprint(OperatorAccount account) {
        return Fingerprint.of(account.passwordHash());
    }
}
