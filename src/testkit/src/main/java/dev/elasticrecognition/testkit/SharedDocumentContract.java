package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.fleet.FleetLedger;
import dev.elasticrecognition.domain.fleet.SharedDocument;
import dev.elasticrecognition.domain.fleet.SharedDocument.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every shared document keeps. */
public abstract class SharedDocumentContract {

    private static final int RACERS = 8;
    private static final int ROUNDS = 5;
    private static final int WRITES = 200;
    private static final FleetLedger FIRST = FleetSamples.ledger("front-1", 1);
    private static final FleetLedger SECOND = FleetSamples.ledger("front-2", 2);

    /** A document that was never written. */
    protected abstract SharedDocument<FleetLedger> document();

    @Test
    void whatWasNeverWrittenIsAbsent() {
        assertThat(document().read()).isEmpty();
    }

    @Test
    void theFirstVersionIsReadAsItWasWritten() {
        SharedDocument<FleetLedger> document = document();

        Version<FleetLedger> written = document.write(FIRST, Optional.empty()).orElseThrow();

        assertThat(written.value()).isEqualTo(FIRST);
        assertThat(document.read()).contains(written);
    }

    @Test
    void aVersionIsWrittenOverTheOneThatWasRead() {
        SharedDocument<FleetLedger> document = document();
        document.write(FIRST, Optional.empty());

        Optional<Version<FleetLedger>> written = document.write(SECOND, document.read());

        assertThat(written).map(Version::value).contains(SECOND);
        assertThat(document.read()).isEqualTo(written);
    }

    @Test
    void whatWasWrittenCanBeWrittenOverWithoutReadingItAgain() {
        SharedDocument<FleetLedger> document = document();
        Optional<Version<FleetLedger>> first = document.write(FIRST, Optional.empty());

        Optional<Version<FleetLedger>> second = document.write(SECOND, first);

        assertThat(second).isPresent();
        assertThat(document.read()).isEqualTo(second);
    }

    @Test
    void aFirstVersionIsNotWrittenOverAnother() {
        SharedDocument<FleetLedger> document = document();
        Optional<Version<FleetLedger>> first = document.write(FIRST, Optional.empty());

        assertThat(document.write(SECOND, Optional.empty())).isEmpty();

        assertThat(document.read()).isEqualTo(first);
    }

    @Test
    void whoReadAnOlderVersionCannotWriteAnyMore() {
        SharedDocument<FleetLedger> document = document();
        Optional<Version<FleetLedger>> old = document.write(FIRST, Optional.empty());
        Optional<Version<FleetLedger>> present = document.write(SECOND, old);

        assertThat(document.write(FIRST, old)).isEmpty();

        assertThat(document.read()).isEqualTo(present);
    }

    @Test
    void aWriteThatIsRepeatedBecauseItsAnswerWasLostFindsItselfDone() {
        SharedDocument<FleetLedger> document = document();
        Optional<Version<FleetLedger>> first = document.write(FIRST, Optional.empty());
        Optional<Version<FleetLedger>> second = document.write(SECOND, first);

        assertThat(document.write(SECOND, first)).isEqualTo(second);

        assertThat(document.read()).isEqualTo(second);
    }

    @Test
    void whatNeverWasThereCannotBeWrittenOver() {
        assertThat(document().write(SECOND, Optional.of(new Version<>(FIRST, "no-such-tag"))))
                .isEmpty();
    }

    @Test
    void ofWritesOverTheSameVersionExactlyOneSucceeds() throws Exception {
        SharedDocument<FleetLedger> document = document();
        Set<String> tags = new HashSet<>();

        for (int round = 0; round < ROUNDS; round++) {
            List<Version<FleetLedger>> winners = race(document, document.read(), round);

            assertThat(winners).hasSize(1);
            assertThat(document.read()).contains(winners.get(0));
            assertThat(tags.add(winners.get(0).tag())).isTrue();
        }
    }

    @Test
    void whoReadsWhileItIsWrittenSeesAVersionThatWas() throws Exception {
        SharedDocument<FleetLedger> document = document();
        Set<Version<FleetLedger>> written = new HashSet<>();
        written.add(document.write(ofLength(0), Optional.empty()).orElseThrow());
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<Set<Version<FleetLedger>>> seen = reader.submit(() -> readUntil(document, WRITES));
            for (int i = 1; i <= WRITES; i++) {
                written.add(document.write(ofLength(i), document.read()).orElseThrow());
            }

            assertThat(written).containsAll(seen.get());
        } finally {
            reader.shutdownNow();
        }
    }

    private static Set<Version<FleetLedger>> readUntil(SharedDocument<FleetLedger> document, long renewal) {
        Set<Version<FleetLedger>> seen = new HashSet<>();
        Version<FleetLedger> last;
        do {
            last = document.read().orElseThrow();
            seen.add(last);
        } while (last.value().renewal() < renewal);
        return seen;
    }

    /** A ledger with this renewal, and a leader whose name is long or short. */
    private static FleetLedger ofLength(int renewal) {
        return FleetSamples.ledger("front-".repeat(1 + renewal % 50), renewal);
    }

    /** Lets all write at once, each something that nobody wrote before, and tells what was written. */
    private static List<Version<FleetLedger>> race(
            SharedDocument<FleetLedger> document, Optional<Version<FleetLedger>> read, long round) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(RACERS);
        try {
            List<Callable<Optional<Version<FleetLedger>>>> racers = new ArrayList<>();
            for (int racer = 0; racer < RACERS; racer++) {
                FleetLedger ledger = FleetSamples.ledger("front-" + racer, round);
                racers.add(() -> document.write(ledger, read));
            }
            List<Version<FleetLedger>> winners = new ArrayList<>();
            for (Future<Optional<Version<FleetLedger>>> outcome : threads.invokeAll(racers)) {
                outcome.get().ifPresent(winners::add);
            }
            return winners;
        } finally {
            threads.shutdownNow();
        }
    }
}
