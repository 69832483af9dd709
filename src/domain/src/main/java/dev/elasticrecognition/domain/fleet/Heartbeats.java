package dev.elasticrecognition.domain.fleet;

import java.util.Optional;

/** Where workers leave their last heartbeat. */
public interface Heartbeats {

    /** Leaves a heartbeat, in place of the instance's last one. */
    void send(Heartbeat heartbeat);

    /** The last heartbeat of an instance; empty if it has sent none yet. */
    Optional<Heartbeat> find(String instance);

    /** Forgets an instance. */
    void forget(String instance);
}
