package dev.elasticrecognition.domain.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells whether a caller is the operator. A password that was right is known again by a keyed digest in memory, so that
 * only the first call pays for the hash; of unknown ones, one at a time is checked, so that guessing takes no more than
 * one core.
 */
public final class AdmitOperator {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int KEY_BYTES = 32;

    private final CurrentAccount current;
    private final PasswordHashing hashing;
    private final byte[] key = new byte[KEY_BYTES];
    private final ReentrantLock checking = new ReentrantLock(true);
    private volatile byte[] admitted = {};

    public AdmitOperator(CurrentAccount current, PasswordHashing hashing) {
        this.current = current;
        this.hashing = hashing;
        new SecureRandom().nextBytes(key);
    }

    /**
     * The operator's account, if name and password are the operator's.
     *
     * @throws TooManyAttempts if others' passwords are being checked all the time
     */
    public Optional<OperatorAccount> admit(String name, String password) {
        return name.equals(OperatorAccount.NAME)
                ? current.get().filter(account -> admits(password, account))
                : Optional.empty();
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
}
