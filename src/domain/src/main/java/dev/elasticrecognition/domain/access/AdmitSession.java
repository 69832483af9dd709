package dev.elasticrecognition.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells whose session a token is of, on any front end. What was read is believed for {@link #KEPT}, so that a session
 * that was ended elsewhere ends here after that. That it was used is written down when a tenth of the time has passed
 * that it may be idle: so it ends a little earlier than it might, and one in use costs hardly a write.
 */
public final class AdmitSession {

    public static final Duration KEPT = Duration.ofSeconds(5);

    private static final int MOST_KNOWN = 1000;
    private static final int NOTES_WHILE_IDLE = 10;

    private final Sessions sessions;
    private final CurrentAccount current;
    private final SessionSettings settings;
    private final InstantSource clock;
    private final Map<String, Reading> known = new ConcurrentHashMap<>();

    public AdmitSession(Sessions sessions, CurrentAccount current, SessionSettings settings, InstantSource clock) {
        this.sessions = sessions;
        this.current = current;
        this.settings = settings;
        this.clock = clock;
    }

    /** The session; empty if there is none with this token, or it is over. */
    public Optional<Session> admit(SessionToken token) {
        Instant now = clock.instant();
        Optional<Session> session = knownTo(token.name(), now)
                .or(() -> read(token.name(), now))
                .filter(found -> current.get().filter(found::isOf).isPresent());
        session.ifPresent(found -> note(token.name(), found, now));
        return session;
    }

    /** Makes a session unknown here. */
    void forget(SessionToken token) {
        known.remove(token.name());
    }

    private Optional<Session> knownTo(String name, Instant now) {
        return Optional.ofNullable(known.get(name))
                .filter(reading -> now.isBefore(reading.at().plus(KEPT)))
                .map(Reading::session)
                .filter(session -> !session.isOver(now, settings.idle()));
    }

    /** One that seemed over by what was known may have been used elsewhere since. */
    private Optional<Session> read(String name, Instant now) {
        known.remove(name);
        Optional<Session> session = sessions.find(name).filter(found -> !found.isOver(now, settings.idle()));
        session.ifPresent(found -> keep(name, found, now));
        return session;
    }

    private void note(String name, Session session, Instant now) {
        if (now.isAfter(session.lastSeen().plus(settings.idle().dividedBy(NOTES_WHILE_IDLE)))) {
            sessions.replace(name, session, session.seen(now));
            known.remove(name);
        }
    }

    private void keep(String name, Session session, Instant now) {
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        known.put(name, new Reading(session, now));
    }

    private record Reading(Session session, Instant at) {}
}
