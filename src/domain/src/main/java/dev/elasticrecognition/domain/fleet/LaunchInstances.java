package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.fleet.Member.Stage;
import dev.elasticrecognition.domain.messaging.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Scales out. A launch is written into the ledger, with its token, before the cloud is asked, and stays there until the
 * cloud shows what came of it: whatever dies or gets lost on the way, the call can be repeated and launches nothing twice.
 */
final class LaunchInstances {

    /** How long what was launched is believed in although the cloud doesn't show it. */
    static final Duration UNDESCRIBED = Duration.ofMinutes(5);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final FleetProvider provider;
    private final Heartbeats heartbeats;
    private final Leadership leadership;
    private final int hardLimit;
    private final Offerings offerings;
    private final Backoff backoff;

    LaunchInstances(
            FleetProvider provider,
            Heartbeats heartbeats,
            Leadership leadership,
            int hardLimit,
            RandomGenerator random) {
        this.provider = provider;
        this.heartbeats = heartbeats;
        this.leadership = leadership;
        this.hardLimit = hardLimit;
        this.offerings = new Offerings(provider.offerings(), random);
        this.backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, random);
    }

    /** Forgets the launches that the cloud shows, and gives up those that it never showed. */
    void settle(Turn turn) {
        if (!turn.sight().observation().supply().known()) {
            return;
        }
        for (Launch launch : ledger().launches()) {
            boolean isOver = launch.at().plus(UNDESCRIBED).isBefore(turn.now());
            if (isOver) {
                endUnshown(launch, turn);
            }
            if (isOver || launch.undescribedIn(turn.sight().fleet()) == 0) {
                leadership.update(ledger -> ledger.withoutLaunch(launch.token()));
            }
        }
    }

    /** Repeats the launches whose outcome is unknown. */
    void repeat(Turn turn) {
        for (Launch launch : ledger().launches()) {
            if (!launch.confirmed() && backoff.allows(turn.now())) {
                launch(launch, turn);
            }
        }
    }

    /** Starts or launches so many more, or as many as the limits allow. */
    void add(int missing, Turn turn) {
        int number = Math.min(missing, room(turn));
        number -= start(number, turn);
        number = Math.min(number, breakerAllows(turn));
        if (number > 0 && backoff.allows(turn.now())) {
            launch(number, turn);
        }
    }

    /** Machines on their way out still count, for the account as for the bill. */
    private int room(Turn turn) {
        int most = Math.min(hardLimit, turn.control().settings().maximum());
        return Math.max(0, most - turn.sight().observation().supply().alive());
    }

    private int breakerAllows(Turn turn) {
        Breaker breaker = ledger().breaker();
        if (breaker.isOpen(turn.now())) {
            turn.troubles()
                    .add("The last %d boots failed, so nothing is launched until %s"
                            .formatted(breaker.failures(), breaker.openUntil().truncatedTo(ChronoUnit.SECONDS)));
            return 0;
        }
        if (breaker.isTrying()) {
            return turn.sight().observation().supply().booting() == 0 ? 1 : 0;
        }
        return Integer.MAX_VALUE;
    }

    /** A start that is already written down may not be shown by the cloud yet. */
    private int start(int atMost, Turn turn) {
        List<Member> stopped = turn.sight().in(Stage.STOPPED).stream()
                .filter(member -> !ledger().launches(member.id()))
                .limit(atMost)
                .toList();
        int started = 0;
        for (Member member : stopped) {
            started += start(member.id(), turn) ? 1 : 0;
        }
        return started;
    }

    private boolean start(String id, Turn turn) {
        String token = turn.decision() + "-" + id;
        Launch start = Launch.ofStopped(id, token, turn.now());
        try {
            heartbeats.forget(id);
            leadership.update(ledger -> ledger.withoutDrain(id).with(start));
            provider.start(id);
            leadership.update(ledger -> ledger.with(ledger.tally().plus(Tally.ofStarted())));
            turn.did("started " + id);
            return true;
        } catch (Unavailable | LaunchRefused e) {
            turn.troubles().add(e.getMessage());
            leadership.update(ledger -> ledger.withoutLaunch(token));
            return false;
        }
    }

    private void launch(int number, Turn turn) {
        Optional<Offering> best = offerings.best(turn.now());
        for (int attempt = 1; best.isPresent(); attempt++) {
            Launch launch = Launch.decided(turn.decision() + "-" + attempt, best.get(), number, turn.now());
            leadership.update(ledger -> ledger.with(launch));
            if (launch(launch, turn) != Outcome.REFUSED) {
                return;
            }
            best = offerings.best(turn.now());
        }
        turn.troubles().add("Every offering was refused lately; the next try is at " + offerings.nextTry());
    }

    private Outcome launch(Launch launch, Turn turn) {
        Instant now = turn.now();
        try {
            List<String> ids = provider.launch(launch.offering(), launch.atMost(), launch.token());
            backoff.succeeded();
            offerings.succeeded(launch.offering());
            leadership.update(ledger ->
                    ledger.with(launch.confirmedAs(ids)).with(ledger.tally().plus(Tally.ofLaunched(ids.size()))));
            turn.did("launched %d of %d wanted, %s, as %s"
                    .formatted(ids.size(), launch.atMost(), launch.offering(), launch.token()));
            return Outcome.DONE;
        } catch (LaunchRefused e) {
            offerings.refused(launch.offering(), now);
            leadership.update(ledger -> ledger.withoutLaunch(launch.token()));
            turn.troubles().add(e.getMessage());
            return Outcome.REFUSED;
        } catch (Unavailable e) {
            backoff.failed(now);
            turn.troubles().add(e.getMessage());
            return Outcome.UNKNOWN;
        }
    }

    private void endUnshown(Launch launch, Turn turn) {
        for (String id : launch.missingFrom(turn.sight().fleet())) {
            turn.troubles().attempt(() -> provider.terminate(id));
            turn.did("ended %s, which was launched at %s and never shown".formatted(id, launch.at()));
        }
    }

    private FleetLedger ledger() {
        return leadership.ledger().orElseThrow();
    }

    private enum Outcome {
        DONE,
        REFUSED,
        UNKNOWN
    }
}
