package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elasticrecognition.domain.fleet.DecisionLog;
import dev.elasticrecognition.domain.fleet.DecisionLog.Filter;
import dev.elasticrecognition.domain.fleet.DecisionLog.Page;
import dev.elasticrecognition.domain.fleet.DecisionRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every log of decisions keeps. */
public abstract class DecisionLogContract {

    private static final Instant NOON = Samples.NOON;

    /** A new, empty log. */
    protected abstract DecisionLog log();

    @Test
    void anEmptyLogHasAnEmptyPage() {
        assertThat(log().page(Optional.empty(), 10)).isEqualTo(new Page(List.of(), Optional.empty()));
    }

    @Test
    void decisionsAreReadAsTheyWereAddedNewestFirst() {
        DecisionLog log = log();
        DecisionRecord first = FleetSamples.decision("origin-1-1", NOON);
        DecisionRecord second = FleetSamples.blindDecision("origin-1-2", NOON.plusMillis(1));
        DecisionRecord third = FleetSamples.decision("origin-2-1", NOON.plus(Duration.ofDays(400)));

        log.add(second);
        log.add(first);
        log.add(third);

        assertThat(log.page(Optional.empty(), 10).decisions()).containsExactly(third, second, first);
    }

    @Test
    void decisionsOfTheSameMomentAreAllKept() {
        DecisionLog log = log();

        log.add(FleetSamples.decision("origin-1-1", NOON));
        log.add(FleetSamples.decision("origin-1-2", NOON));

        assertThat(log.page(Optional.empty(), 10).decisions())
                .extracting(DecisionRecord::id)
                .containsExactlyInAnyOrder("origin-1-1", "origin-1-2");
    }

    @Test
    void aDecisionThatIsAddedAgainIsThereOnce() {
        DecisionLog log = log();

        log.add(FleetSamples.decision("origin-1-1", NOON));
        log.add(FleetSamples.decision("origin-1-1", NOON));

        assertThat(log.page(Optional.empty(), 10).decisions()).hasSize(1);
    }

    @Test
    void pageAfterPageShowsEveryDecisionOnce() {
        DecisionLog log = log();
        List<String> added = addEverySecond(log, 7);

        List<String> seen = new ArrayList<>();
        Page page = log.page(Optional.empty(), 3);
        seen.addAll(ids(page));
        while (page.next().isPresent()) {
            page = log.page(page.next(), 3);
            assertThat(page.decisions()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
            seen.addAll(ids(page));
        }

        assertThat(seen).isEqualTo(added);
    }

    @Test
    void aPageThatIsTheLastHasNoNext() {
        DecisionLog log = log();
        addEverySecond(log, 4);

        assertThat(log.page(Optional.empty(), 4).next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../fleet", "a b", "x.json"})
    void whatIsNoCursorIsRefused(String cursor) {
        DecisionLog log = log();

        assertThatIllegalArgumentException().isThrownBy(() -> log.page(Optional.of(cursor), 10));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1001})
    void noPageIsEmptyOrEndless(int limit) {
        DecisionLog log = log();

        assertThatIllegalArgumentException().isThrownBy(() -> log.page(Optional.empty(), limit));
    }

    @Test
    void newDecisionsDoNotShiftThePages() {
        DecisionLog log = log();
        List<String> added = addEverySecond(log, 4);
        Page first = log.page(Optional.empty(), 2);

        log.add(FleetSamples.decision("origin-9-1", NOON.plusSeconds(99)));

        assertThat(ids(log.page(first.next(), 2))).isEqualTo(added.subList(2, 4));
    }

    @Test
    void decisionsOfATimeAreReadPageByPage() {
        DecisionLog log = log();
        addEverySecond(log, 7);
        Filter filter = new Filter(Optional.of(NOON.plusSeconds(2)), Optional.of(NOON.plusSeconds(5)), false);

        Page first = log.page(filter, Optional.empty(), 2);
        assertThat(ids(first)).containsExactly("origin-1-4", "origin-1-3");
        Page second = log.page(filter, first.next(), 2);
        assertThat(ids(second)).containsExactly("origin-1-2");
        assertThat(second.next()).isEmpty();
        assertThat(ids(log.page(new Filter(Optional.empty(), Optional.of(NOON), false), Optional.empty(), 2)))
                .isEmpty();
    }

    @Test
    void decisionsUponWhichNothingWasDoneCanBeLeftOut() {
        DecisionLog log = log();
        log.add(FleetSamples.decision("origin-1-1", NOON));
        log.add(FleetSamples.blindDecision("origin-1-2", NOON.plusSeconds(1)));
        log.add(FleetSamples.decision("origin-1-3", NOON.plusSeconds(2)));

        Page page = log.page(new Filter(Optional.empty(), Optional.empty(), true), Optional.empty(), 2);
        assertThat(ids(page)).containsExactly("origin-1-3");
        assertThat(ids(log.page(page.next(), 2))).containsExactly("origin-1-1");
    }

    @Test
    void whatWasDecidedBeforeAnInstantIsForgotten() {
        DecisionLog log = log();
        addEverySecond(log, 4);

        log.forgetBefore(NOON.plusSeconds(2));

        assertThat(ids(log.page(Optional.empty(), 10))).containsExactly("origin-1-3", "origin-1-2");
    }

    @Test
    void pagesGoOnAfterWhatWasForgotten() {
        DecisionLog log = log();
        addEverySecond(log, 4);
        Page first = log.page(Optional.empty(), 2);

        log.forgetBefore(NOON.plusSeconds(99));

        assertThat(log.page(first.next(), 2)).isEqualTo(new Page(List.of(), Optional.empty()));
    }

    /** Decisions of term 1, numbered from 0 and a second apart from noon on; their ids, newest first. */
    private static List<String> addEverySecond(DecisionLog log, int number) {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            log.add(FleetSamples.decision("origin-1-" + i, NOON.plusSeconds(i)));
            newestFirst.add(0, "origin-1-" + i);
        }
        return newestFirst;
    }

    private static List<String> ids(Page page) {
        return page.decisions().stream().map(DecisionRecord::id).toList();
    }
}
