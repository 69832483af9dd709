package dev.elasticrecognition.domain.access;

import dev.elasticrecognition.domain.fleet.SharedDocument;
import dev.elasticrecognition.domain.fleet.SharedDocument.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells whether a caller is the operator. A password that was right is known again by a keyed digest in memory, so that
 * only the first call pays for the hash; of unknown ones, one at a time is checked, so that guessing takes no more than
 * one core. A changed password counts after {@link #ACCOUNT_KEPT} everywhere.
 */
public final class AdmitOperator {

    public static final Duration ACCOUNT_KEPT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int KEY_BYTES = 32;

    private final SharedDocument<OperatorAccount> document;
    private final PasswordHashing hashing;
    private final InstantSource clock;
    private final byte[] key = new byte[KEY_BYTES];
    private final ReentrantLock checking = new ReentrantLock(true);
    private volatile byte[] admitted = {};
    private volatile Reading reading = new Reading(Optional.empty(), Instant.EPOCH);

    public AdmitOperator(SharedDocument<OperatorAccount> document, PasswordHashing hashing, InstantSource clock) {
        this.document = document;
        this.hashing = hashing;
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    /**
     * Whether name and password are the operator's.
     *
     * @throws TooManyAttempts if others' passwords are being checked all the time
     */
    public boolean admits(String name, String password) {
        return name.equals(OperatorAccount.NAME)
                && account().filter(account -> admits(password, account)).isPresent();
    }

    private boolean admits(String password, OperatorAccount account) {
        byte[] digest = digest(password, account);
        return isAdmitted(digest) || isAdmittedAfterCheck(digest, password, account);
    }

    private boolean isAdmittedAfterCheck(byte[] digest, String password, OperatorAccount account) {
        waitForTurn();
        try {
            if (!isAdmitted(digest) && hashing.matches(password, account.passwordHash())) {
                admitted = digest;
            }
            return isAdmitted(digest);
        } finally {
            checking.unlock();
        }
    }

    private boolean isAdmitted(byte[] digest) {
        return MessageDigest.isEqual(digest, admitted);
    }

    private void waitForTurn() {
        try {
            if (!checking.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooManyAttempts();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooManyAttempts();
        }
    }

    private Optional<OperatorAccount> account() {
        Reading last = reading;
        Instant now = clock.instant();
        if (last.account().isPresent() && now.isBefore(last.at().plus(ACCOUNT_KEPT))) {
            return last.account();
        }
        Reading fresh = new Reading(document.read().map(Version::value), now);
        reading = fresh;
        return fresh.account();
    }

    /** Depends on the account's hash, so that a changed password makes everything unknown again. */
    private byte[] digest(String password, OperatorAccount account) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key);
            digest.update(account.passwordHash().getBytes(StandardCharsets.UTF_8));
            return digest.digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private record Reading(Optional<OperatorAccount> account, Instant at) {}
}
