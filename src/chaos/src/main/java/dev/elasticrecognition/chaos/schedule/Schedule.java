package dev.elasticrecognition.chaos.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The accidents of a run, in the order in which they strike. The same arguments give the same ones, on every machine. Every
 * kind has its turn before one comes again. What a supervisor starts again isn't killed more often than it bears: it gives up
 * at the third death within a minute, and when something dies while it is starting.
 *
 * @param accidents all over when the duration is
 */
public record Schedule(List<Accident> accidents) {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration SMALLEST_GAP = Duration.ofMillis(200);
    private static final Duration BETWEEN_DEATHS_OF_ONE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_DEATHS = Duration.ofSeconds(30);
    private static final int TARGETS = 1000;

    public Schedule {
        accidents = List.copyOf(accidents);
    }

    /**
     * Draws one.
     *
     * @param duration of the whole
     * @param every the mean time between two accidents, 1 s or more
     * @param kinds what may happen; at least one
     */
    public static Schedule draw(long seed, Duration duration, Duration every, Set<Kind> kinds) {
        Random random = new Random(seed);
        List<Accident> accidents = new ArrayList<>();
        List<Kind> turn = new ArrayList<>();
        Duration at = FIRST;
        while (at.compareTo(duration) < 0) {
            if (turn.isEmpty()) {
                turn.addAll(EnumSet.copyOf(kinds));
                Collections.shuffle(turn, random);
            }
            Duration time = at;
            Optional<Kind> next =
                    turn.stream().filter(kind -> isBorne(kind, time, accidents)).findFirst();
            if (next.isPresent()) {
                turn.remove(next.get());
                accidents.add(accident(next.get(), time, duration, random));
            } else {
                turn.clear();
            }
            at = at.plus(gap(every, random));
        }
        return new Schedule(accidents);
    }

    private static Accident accident(Kind kind, Duration at, Duration duration, Random random) {
        int target = random.nextInt(TARGETS);
        Duration length = kind.shortest().plus(upTo(kind.longest().minus(kind.shortest()), random));
        Duration left = duration.minus(at);
        return new Accident(at, kind, target, length.compareTo(left) < 0 ? length : left);
    }

    /** Twice the mean at most. */
    private static Duration gap(Duration every, Random random) {
        return SMALLEST_GAP.plus(upTo(every.minus(SMALLEST_GAP).multipliedBy(2), random));
    }

    private static Duration upTo(Duration longest, Random random) {
        return Duration.ofMillis(random.nextInt((int) longest.toMillis() + 1));
    }

    private static boolean isBorne(Kind kind, Duration at, List<Accident> before) {
        return !kind.isRestart()
                || before.stream()
                        .filter(accident -> accident.kind().isRestart())
                        .allMatch(death -> death.at()
                                        .plus(
                                                death.kind().isOfCloud() == kind.isOfCloud()
                                                        ? BETWEEN_DEATHS_OF_ONE
                                                        : BETWEEN_DEATHS)
                                        .compareTo(at)
                                <= 0);
    }
}
