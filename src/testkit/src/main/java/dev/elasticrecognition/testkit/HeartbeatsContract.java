package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.fleet.Heartbeat;
import dev.elasticrecognition.domain.fleet.Heartbeats;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of heartbeats keeps. */
public abstract class HeartbeatsContract {

    private final String instance = instanceId();
    private final String other = instanceId();

    protected abstract Heartbeats heartbeats();

    @Test
    void whoNeverSentAHeartbeatHasNone() {
        assertThat(heartbeats().find(instance)).isEmpty();
    }

    @Test
    void aHeartbeatIsFoundAsItWasSent() {
        Heartbeats heartbeats = heartbeats();
        Heartbeat sent = FleetSamples.heartbeat(instance, 1);

        heartbeats.send(sent);

        assertThat(heartbeats.find(instance)).contains(sent);
    }

    @Test
    void theLastHeartbeatCounts() {
        Heartbeats heartbeats = heartbeats();
        heartbeats.send(FleetSamples.heartbeat(instance, 1));

        heartbeats.send(FleetSamples.heartbeat(instance, 2));

        assertThat(heartbeats.find(instance)).map(Heartbeat::beat).contains(2L);
    }

    @Test
    void whoIsForgottenHasNoneAndTheOthersKeepTheirs() {
        Heartbeats heartbeats = heartbeats();
        heartbeats.send(FleetSamples.heartbeat(instance, 1));
        heartbeats.send(FleetSamples.heartbeat(other, 1));

        heartbeats.forget(instance);

        assertThat(heartbeats.find(instance)).isEmpty();
        assertThat(heartbeats.find(other)).isPresent();
    }

    @Test
    void whoNeverSentAHeartbeatCanBeForgotten() {
        Heartbeats heartbeats = heartbeats();

        heartbeats.forget(instance);

        assertThat(heartbeats.find(instance)).isEmpty();
    }

    /** As EC2 names instances. */
    private static String instanceId() {
        return "i-" + UUID.randomUUID().toString().replace("-", "").substring(0, 17);
    }
}
