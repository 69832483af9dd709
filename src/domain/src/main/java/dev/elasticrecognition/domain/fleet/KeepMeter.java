package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.cost.Meter;
import dev.elasticrecognition.domain.cost.Meter.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Reads the meter at each tick. The leader goes on from its own last reading and writes it into the ledger once a minute;
 * the others go on from what is written there, so whoever leads next carries on.
 *
 * <p>Not safe for use by several threads.
 */
final class KeepMeter {

    private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);

    private final Leadership leadership;
    private Meter meter;
    private boolean led;

    KeepMeter(Leadership leadership) {
        this.leadership = leadership;
    }

    /** Reads it now. A ledger without a meter was written by an older version; what was known before holds then. */
    Meter read(Sight sight) {
        Instant now = sight.observation().at();
        if (!led || meter == null) {
            meter = leadership.ledger().flatMap(FleetLedger::meter).orElse(meter == null ? Meter.begin(now) : meter);
        }
        led = leadership.isLeading();
        meter = meter.read(
                now, running(sight), sight.observation().performance().serviceRate());
        return meter;
    }

    /** Writes it down if it's time to; only the leader may. */
    void write() {
        boolean isDue = leadership
                .ledger()
                .flatMap(FleetLedger::meter)
                .map(written -> !meter.at().isBefore(written.at().plus(BETWEEN_WRITES)))
                .orElse(true);
        if (isDue) {
            leadership.update(ledger -> ledger.with(meter));
        }
    }

    private static List<Running> running(Sight sight) {
        return sight.members().stream()
                .filter(member -> member.instance().state() == InstanceState.PENDING
                        || member.instance().state() == InstanceState.RUNNING)
                .map(member -> new Running(
                        member.id(),
                        member.instance().launchedAt(),
                        member.heartbeat().map(Heartbeat::done).orElse(0L)))
                .toList();
    }
}
