package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.access.Session;
import dev.elasticrecognition.domain.access.Sessions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions in memory. */
public final class InMemorySessions implements Sessions {

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    @Override
    public void begin(String name, Session session) {
        sessions.put(name, session);
    }

    @Override
    public Optional<Session> find(String name) {
        return Optional.ofNullable(sessions.get(name));
    }

    @Override
    public void replace(String name, Session read, Session by) {
        sessions.replace(name, read, by);
    }

    @Override
    public void end(String name) {
        sessions.remove(name);
    }

    @Override
    public void forgetBefore(Instant time) {
        sessions.values().removeIf(session -> session.lastSeen().isBefore(time));
    }
}
