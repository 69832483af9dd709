package dev.elasticrecognition.domain.access;

import java.time.Instant;
import java.util.Optional;

/** Keeps sessions for all front ends. Names are fingerprints, 64 hexadecimal digits. */
public interface Sessions {

    /** Keeps a session under a name that has none. */
    void begin(String name, Session session);

    /** The session of this name as it is now, at once and everywhere; empty if there is none. */
    Optional<Session> find(String name);

    /** Puts a session in the place of another one that still is as it was read; where it isn't, nothing happens. */
    void replace(String name, Session read, Session by);

    /** Ends it; harmless to repeat. */
    void end(String name);

    /** Forgets those that were written before a time. */
    void forgetBefore(Instant time);
}
