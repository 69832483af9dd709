package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elasticrecognition.domain.access.AdmitOperator;
import dev.elasticrecognition.domain.access.AppointOperator;
import dev.elasticrecognition.domain.access.CurrentAccount;
import dev.elasticrecognition.domain.access.OperatorAccount;
import dev.elasticrecognition.domain.access.PasswordHashing;
import dev.elasticrecognition.domain.access.TooManyAttempts;
import dev.elasticrecognition.domain.fleet.SharedDocument;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The operator's password is made once, told once, and known by every front end. */
class OperatorAccessTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(31);

    private final MovableClock clock = new MovableClock(Samples.NOON);
    private final SharedDocument<OperatorAccount> document = new InMemorySharedDocument<>();
    private final Hashing hashing = new Hashing();
    private final AppointOperator appointOperator = new AppointOperator(document, hashing);
    private final AdmitOperator admitOperator = new AdmitOperator(new CurrentAccount(document, clock), hashing);

    @Test
    void theFirstFrontEndMakesThePasswordAndNobodyAfterIt() {
        Optional<String> first = appointOperator.appoint();
        Optional<String> again = appointOperator.appoint();
        Optional<String> other = new AppointOperator(document, hashing).appoint();

        assertThat(first).hasValueSatisfying(password -> assertThat(password).matches("[0-9a-z]{20}"));
        assertThat(again).isEmpty();
        assertThat(other).isEmpty();
    }

    @Test
    void thePasswordItselfIsNotKept() {
        String password = appointOperator.appoint().orElseThrow();

        assertThat(document.read().orElseThrow().value().passwordHash()).doesNotContain(password);
    }

    @Test
    void everyAppointmentHasAPasswordOfItsOwn() {
        String one = appointOperator.appoint().orElseThrow();
        String other = new AppointOperator(new InMemorySharedDocument<>(), hashing)
                .appoint()
                .orElseThrow();

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void aWriteWhoseAnswerWasLostStillTellsThePassword() {
        SharedDocument<OperatorAccount> forgetful = new AnswersLost();

        String password = new AppointOperator(forgetful, hashing).appoint().orElseThrow();

        assertThat(new AdmitOperator(new CurrentAccount(forgetful, clock), hashing).admit("operator", password))
                .isPresent();
    }

    @Test
    void onlyTheOperatorWithThePasswordIsAdmitted() {
        String password = appointOperator.appoint().orElseThrow();

        assertThat(admitOperator.admit("operator", password)).isPresent();
        assertThat(admitOperator.admit("operator", password + " ")).isEmpty();
        assertThat(admitOperator.admit("operator", "")).isEmpty();
        assertThat(admitOperator.admit("Operator", password)).isEmpty();
        assertThat(admitOperator.admit("operator", password)).isPresent();
    }

    @Test
    void beforeThereIsAPasswordNobodyIsAdmitted() {
        assertThat(admitOperator.admit("operator", "")).isEmpty();

        String password = appointOperator.appoint().orElseThrow();

        assertThat(admitOperator.admit("operator", password)).isPresent();
    }

    @Test
    void aPasswordThatWasRightIsNotHashedAgain() {
        String password = appointOperator.appoint().orElseThrow();

        for (int call = 0; call < 10; call++) {
            assertThat(admitOperator.admit("operator", password)).isPresent();
            assertThat(admitOperator.admit("operator", "guess " + call)).isEmpty();
        }

        assertThat(hashing.checks).hasValue(11);
    }

    @Test
    void aPasswordThatWasReplacedIsNotAdmittedForLong() {
        String old = appointOperator.appoint().orElseThrow();
        assertThat(admitOperator.admit("operator", old)).isPresent();

        document.write(new OperatorAccount(hashing.hash("another")), document.read());
        clock.pass(LONG_ENOUGH);

        assertThat(admitOperator.admit("operator", old)).isEmpty();
        assertThat(admitOperator.admit("operator", "another")).isPresent();
    }

    @Test
    void whoIsKnownIsAdmittedWhileOthersGuessAndTheyAreToldToWait() throws InterruptedException {
        String password = appointOperator.appoint().orElseThrow();
        assertThat(admitOperator.admit("operator", password)).isPresent();
        hashing.hold = new CountDownLatch(1);
        CompletableFuture<Optional<OperatorAccount>> guess =
                CompletableFuture.supplyAsync(() -> admitOperator.admit("operator", "guess"));
        hashing.held.await();

        assertThat(admitOperator.admit("operator", password)).isPresent();
        assertThatExceptionOfType(TooManyAttempts.class)
                .isThrownBy(() -> admitOperator.admit("operator", "another guess"));

        hashing.hold.countDown();
        assertThat(guess).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(Optional.empty());
    }

    /** Turns a password around, counts the checks, and holds them up when it's told to. */
    private static final class Hashing implements PasswordHashing {

        private final AtomicInteger checks = new AtomicInteger();
        private final CountDownLatch held = new CountDownLatch(1);
        private volatile CountDownLatch hold = new CountDownLatch(0);

        @Override
        public String hash(String password) {
            return new StringBuilder(password).reverse().toString();
        }

        @Override
        public boolean matches(String password, String hash) {
            checks.incrementAndGet();
            if (hold.getCount() > 0) {
                held.countDown();
            }
            try {
                hold.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return hash(password).equals(hash);
        }
    }

    /** Writes, and then says that somebody else had written before. */
    private static final class AnswersLost implements SharedDocument<OperatorAccount> {

        private final SharedDocument<OperatorAccount> document = new InMemorySharedDocument<>();

        @Override
        public Optional<Version<OperatorAccount>> read() {
            return document.read();
        }

        @Override
        public Optional<Version<OperatorAccount>> write(
                OperatorAccount value, Optional<Version<OperatorAccount>> read) {
            document.write(value, read);
            return Optional.empty();
        }
    }
}
