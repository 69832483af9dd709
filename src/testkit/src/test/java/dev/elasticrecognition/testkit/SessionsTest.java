package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elasticrecognition.domain.access.AdmitOperator;
import dev.elasticrecognition.domain.access.AdmitSession;
import dev.elasticrecognition.domain.access.CurrentAccount;
import dev.elasticrecognition.domain.access.OperatorAccount;
import dev.elasticrecognition.domain.access.PasswordHashing;
import dev.elasticrecognition.domain.access.Session;
import dev.elasticrecognition.domain.access.SessionSettings;
import dev.elasticrecognition.domain.access.SessionToken;
import dev.elasticrecognition.domain.access.Sessions;
import dev.elasticrecognition.domain.access.SignIn;
import dev.elasticrecognition.domain.access.SignOut;
import dev.elasticrecognition.domain.fleet.SharedDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has signed in is known by a token, to all front ends, until the session ends. */
class SessionsTest {

    private static final SessionSettings SETTINGS = new SessionSettings(Duration.ofMinutes(30), Duration.ofHours(12));
    private static final Duration KNOWN_EVERYWHERE = Duration.ofSeconds(31);

    private final MovableClock clock = new MovableClock(Samples.NOON);
    private final SharedDocument<OperatorAccount> account = new InMemorySharedDocument<>();
    private final CountingSessions sessions = new CountingSessions();
    private final FrontEnd front = new FrontEnd();
    private final FrontEnd other = new FrontEnd();

    @BeforeEach
    void appoint() {
        account.write(new OperatorAccount("hash of secret"), Optional.empty());
    }

    @Test
    void whoSignedInIsKnownToEveryFrontEnd() {
        SessionToken token = front.signIn();

        assertThat(front.admit(token)).map(Session::who).contains("operator");
        assertThat(other.admit(token)).map(Session::who).contains("operator");
    }

    @Test
    void nobodySignsInWithAWrongNameOrPassword() {
        assertThat(front.signIn.signIn("operator", "guess")).isEmpty();
        assertThat(front.signIn.signIn("Operator", "secret")).isEmpty();
        assertThat(sessions.names).isEmpty();
    }

    @Test
    void everySignInHasATokenOfItsOwnThatIsKeptNowhere() {
        SessionToken first = front.signIn();
        SessionToken second = front.signIn();

        assertThat(first).isNotEqualTo(second);
        assertThat(first.value()).hasSize(43);
        assertThat(sessions.names).hasSize(2).noneMatch(name -> name.contains(first.value()));
        assertThat(first.toString()).doesNotContain(first.value());
    }

    @Test
    void aTokenThatWasNeverGivenIsNotAdmitted() {
        front.signIn();

        assertThat(front.admit(new SessionToken("a".repeat(43)))).isEmpty();
    }

    @Test
    void whatCannotBeATokenIsNone() {
        assertThat(SessionToken.parse("../operator")).isEmpty();
        assertThat(SessionToken.parse("a".repeat(44))).isEmpty();
        assertThat(SessionToken.parse("a".repeat(43))).isPresent();
    }

    @Test
    void aSessionEndsWhenItIsNotUsed() {
        SessionToken token = front.signIn();

        clock.pass(Duration.ofMinutes(29));
        assertThat(front.admit(token)).isPresent();
        clock.pass(Duration.ofMinutes(30));

        assertThat(front.admit(token)).isEmpty();
        assertThat(other.admit(token)).isEmpty();
    }

    @Test
    void aSessionThatIsUsedAnywhereGoesOnEverywhere() {
        SessionToken token = front.signIn();
        assertThat(other.admit(token)).isPresent();

        for (int quarter = 0; quarter < 8; quarter++) {
            clock.pass(Duration.ofMinutes(15));
            assertThat(front.admit(token)).isPresent();
        }

        assertThat(other.admit(token)).isPresent();
    }

    @Test
    void aSessionEndsAfterItsLifetimeHoweverMuchItIsUsed() {
        SessionToken token = front.signIn();

        for (int quarter = 1; quarter < 48; quarter++) {
            clock.pass(Duration.ofMinutes(15));
            assertThat(front.admit(token)).isPresent();
        }
        clock.pass(Duration.ofMinutes(15));

        assertThat(front.admit(token)).isEmpty();
    }

    @Test
    void whoSignedOutIsUnknownHereAtOnceAndElsewhereSoon() {
        SessionToken token = front.signIn();
        assertThat(front.admit(token)).isPresent();
        assertThat(other.admit(token)).isPresent();

        front.signOut.signOut(token);

        assertThat(front.admit(token)).isEmpty();
        clock.pass(AdmitSession.KEPT);
        assertThat(other.admit(token)).isEmpty();
    }

    @Test
    void anotherPasswordEndsTheSessionsOfTheOldOne() {
        SessionToken token = front.signIn();
        assertThat(front.admit(token)).isPresent();

        account.write(new OperatorAccount("hash of another"), account.read());
        clock.pass(KNOWN_EVERYWHERE);

        assertThat(front.admit(token)).isEmpty();
        assertThat(front.signIn.signIn("operator", "another").flatMap(front::admit))
                .isPresent();
    }

    @Test
    void aSessionInUseCostsAReadNowAndThenAndHardlyAWrite() {
        SessionToken token = front.signIn();

        for (int second = 0; second < 600; second++) {
            front.admit(token);
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(sessions.reads).isBetween(100, 130);
        assertThat(sessions.writes).isBetween(2, 4);
    }

    @Test
    void timesThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionSettings(Duration.ZERO, Duration.ofHours(12)))
                .withMessageContaining("elastic.access.session-idle");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionSettings(Duration.ofMinutes(30), Duration.ofMinutes(29)))
                .withMessageContaining("elastic.access.session-lifetime");
    }

    /** One of several, each with what it knows by itself. */
    private final class FrontEnd {

        private final CurrentAccount current = new CurrentAccount(account, clock);
        private final AdmitSession admitSession = new AdmitSession(sessions, current, SETTINGS, clock);
        private final SignIn signIn = new SignIn(new AdmitOperator(current, new Hashing()), sessions, SETTINGS, clock);
        private final SignOut signOut = new SignOut(sessions, admitSession);

        SessionToken signIn() {
            return signIn.signIn("operator", "secret").orElseThrow();
        }

        Optional<Session> admit(SessionToken token) {
            return admitSession.admit(token);
        }
    }

    private static final class Hashing implements PasswordHashing {

        @Override
        public String hash(String password) {
            return "hash of " + password;
        }

        @Override
        public boolean matches(String password, String hash) {
            return hash(password).equals(hash);
        }
    }

    /** Counts what is asked of the store. */
    private static final class CountingSessions implements Sessions {

        private final Sessions sessions = new InMemorySessions();
        private final List<String> names = new ArrayList<>();
        private int reads;
        private int writes;

        @Override
        public void begin(String name, Session session) {
            names.add(name);
            sessions.begin(name, session);
        }

        @Override
        public Optional<Session> find(String name) {
            reads++;
            return sessions.find(name);
        }

        @Override
        public void replace(String name, Session read, Session by) {
            writes++;
            sessions.replace(name, read, by);
        }

        @Override
        public void end(String name) {
            sessions.end(name);
        }

        @Override
        public void forgetBefore(Instant time) {
            sessions.forgetBefore(time);
        }
    }
}
