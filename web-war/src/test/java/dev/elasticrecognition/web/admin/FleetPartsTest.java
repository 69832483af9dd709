package dev.elasticrecognition.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.fleet.Breaker;
import dev.elasticrecognition.domain.fleet.Tick;
import dev.elasticrecognition.domain.parts.Part;
import dev.elasticrecognition.domain.parts.Part.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FleetPartsTest {

    private static final Instant NOON = FleetTicks.NOON;
    private static final Duration LEASE = Duration.ofSeconds(15);

    @Test
    void aLeaderThatRenewsItsLeaseIsWell() {
        Part leader = part("leader", FleetTicks.tick(new Breaker(0, Instant.EPOCH)), NOON.plusSeconds(4));

        assertThat(leader.state()).isEqualTo(State.OK);
        assertThat(leader.since()).contains(NOON);
        assertThat(leader.sentence()).isEqualTo("front-1 leads in term 3; its lease was renewed 4 s ago.");
    }

    @Test
    void oneThatIsSilentForLongerThanItsLeaseIsNot() {
        Part leader = part("leader", FleetTicks.tick(new Breaker(0, Instant.EPOCH)), NOON.plusSeconds(16));

        assertThat(leader.state()).isEqualTo(State.FAILING);
        assertThat(leader.since()).contains(NOON.plus(LEASE));
    }

    @Test
    void theBreakerIsOpenTriesAndCloses() {
        Tick open = FleetTicks.tick(new Breaker(3, NOON.plusSeconds(60)));

        assertThat(part("breaker", open, NOON).sentence()).startsWith("Nothing is launched until");
        assertThat(part("breaker", open, NOON.plusSeconds(60)).sentence()).startsWith("One instance at a time");
        assertThat(part("breaker", FleetTicks.tick(new Breaker(2, Instant.EPOCH)), NOON)
                        .state())
                .isEqualTo(State.OK);
    }

    @Test
    void beforeTheFirstTickNothingIsKnown() {
        assertThat(FleetParts.of(Optional.empty(), LEASE, NOON)).allMatch(part -> part.state() == State.UNKNOWN);
    }

    private static Part part(String name, Tick tick, Instant now) {
        return FleetParts.of(Optional.of(tick), LEASE, now).stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
