package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.access.Session;
import dev.elasticrecognition.domain.access.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of sessions keeps. */
public abstract class SessionsContract {

    private final String name = fingerprint();
    private final String other = fingerprint();

    protected abstract Sessions sessions();

    @Test
    void aSessionIsFoundAsItWasBegun() {
        Sessions sessions = sessions();
        Session session = session(Samples.NOON);

        sessions.begin(name, session);

        assertThat(sessions.find(name)).contains(session);
        assertThat(sessions.find(other)).isEmpty();
    }

    @Test
    void aSessionIsReplacedByWhoKnowsIt() {
        Sessions sessions = sessions();
        Session first = session(Samples.NOON);
        Session second = session(Samples.NOON.plusSeconds(60));
        sessions.begin(name, first);

        sessions.replace(name, first, second);
        sessions.replace(name, first, session(Samples.NOON.plusSeconds(120)));

        assertThat(sessions.find(name)).contains(second);
    }

    @Test
    void aSessionThatHasEndedDoesNotComeBack() {
        Sessions sessions = sessions();
        Session session = session(Samples.NOON);
        sessions.begin(name, session);

        sessions.end(name);
        sessions.end(name);
        sessions.replace(name, session, session(Samples.NOON.plusSeconds(60)));

        assertThat(sessions.find(name)).isEmpty();
    }

    @Test
    void oldSessionsAreForgotten() {
        Sessions sessions = sessions();
        sessions.begin(name, session(Samples.NOON));

        sessions.forgetBefore(Instant.now().plusSeconds(3600));

        assertThat(sessions.find(name)).isEmpty();
    }

    @Test
    void freshSessionsAreNotForgotten() {
        Sessions sessions = sessions();
        sessions.begin(name, session(Samples.NOON));

        sessions.forgetBefore(Samples.NOON.minusSeconds(3600));

        assertThat(sessions.find(name)).isPresent();
    }

    private static Session session(Instant seen) {
        return new Session("operator", fingerprint(), Samples.NOON, seen, Samples.NOON.plus(Duration.ofHours(12)));
    }

    private static String fingerprint() {
        return (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
    }
}
