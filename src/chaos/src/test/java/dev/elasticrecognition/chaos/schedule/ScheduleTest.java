package dev.elasticrecognition.chaos.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration EVERY = Duration.ofSeconds(4);
    private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);

    @Test
    void theSameSeedGivesTheSameAccidents() {
        List<Kind> backwards = new ArrayList<>(ALL);
        backwards.sort(Comparator.reverseOrder());

        assertThat(Schedule.draw(7, HOUR, EVERY, new LinkedHashSet<>(backwards)))
                .isEqualTo(Schedule.draw(7, HOUR, EVERY, ALL));
        assertThat(Schedule.draw(8, HOUR, EVERY, ALL)).isNotEqualTo(Schedule.draw(7, HOUR, EVERY, ALL));
    }

    /** What a seed means must not change from one machine or Java to another. */
    @Test
    void aSeedMeansTheSameEverywhere() {
        assertThat(Schedule.draw(
                                1,
                                Duration.ofSeconds(6),
                                Duration.ofSeconds(1),
                                Set.of(Kind.KILL_WORKER, Kind.DUPLICATES))
                        .accidents()
                        .stream()
                        .map(accident -> accident.at().toMillis() + " " + accident.kind() + " " + accident.target()))
                .containsExactly(
                        "2000 kill-worker 588",
                        "3599 duplicates 254",
                        "4347 kill-worker 978",
                        "4911 duplicates 473",
                        "5526 kill-worker 234");
    }

    @Test
    void inAnHourEveryKindStrikesAndTheMeanGapIsAsAsked() {
        List<Accident> accidents = Schedule.draw(7, HOUR, EVERY, ALL).accidents();

        assertThat(accidents.stream().map(Accident::kind)).containsAll(ALL);
        assertThat(accidents).hasSizeBetween(800, 1000).isSortedAccordingTo(Comparator.comparing(Accident::at));
    }

    @Test
    void allIsOverWhenTheDurationIs() {
        assertThat(Schedule.draw(7, HOUR, EVERY, ALL).accidents())
                .allSatisfy(accident -> assertThat(accident.end()).isLessThanOrEqualTo(HOUR))
                .allSatisfy(accident -> assertThat(accident.length())
                        .isLessThanOrEqualTo(accident.kind().longest()));
    }

    @Test
    void onlyTheKindsThatWereAskedForStrike() {
        Set<Kind> two = EnumSet.of(Kind.KILL_CLOUD, Kind.KILL_WORKER);

        assertThat(Schedule.draw(7, HOUR, EVERY, two).accidents())
                .extracting(Accident::kind)
                .containsOnly(Kind.KILL_CLOUD, Kind.KILL_WORKER);
    }

    @Test
    void noSupervisorEverGivesUp() {
        LongStream.range(0, 5).forEach(seed -> {
            List<Accident> deaths = Schedule.draw(seed, HOUR, Duration.ofSeconds(1), ALL).accidents().stream()
                    .filter(accident -> accident.kind().isRestart())
                    .toList();
            assertThat(deaths).hasSizeGreaterThan(50);
            for (int i = 1; i < deaths.size(); i++) {
                Accident one = deaths.get(i - 1);
                Accident next = deaths.get(i);
                assertThat(next.at().minus(one.at()))
                        .isGreaterThanOrEqualTo(Duration.ofSeconds(next.kind() == one.kind() ? 60 : 30));
            }
        });
    }

    @Test
    void aTargetIsOneOfThoseThatAreThere() {
        Accident accident = new Accident(Duration.ZERO, Kind.KILL_WORKER, 5, Duration.ZERO);

        assertThat(accident.victim(List.of("a", "b", "c"))).contains("c");
        assertThat(accident.victim(List.of())).isEmpty();
    }

    @Test
    void kindsAreFoundByTheirNames() {
        assertThat(ALL)
                .allSatisfy(kind -> assertThat(Kind.named(kind.toString())).isEqualTo(kind));
        assertThatThrownBy(() -> Kind.named("flood"))
                .hasMessageContaining("'flood'")
                .hasMessageContaining("kill-worker");
    }
}
