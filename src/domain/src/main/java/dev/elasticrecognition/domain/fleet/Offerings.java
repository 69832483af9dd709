package dev.elasticrecognition.domain.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What can be launched, the preferred first. One that the cloud refused is left alone for a while, longer each time. */
final class Offerings {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Map<Offering, Backoff> all = new LinkedHashMap<>();

    Offerings(List<Offering> preferredFirst, RandomGenerator random) {
        preferredFirst.forEach(offering -> all.put(offering, new Backoff(FIRST, LONGEST, random)));
    }

    /** The best that wasn't refused lately. */
    Optional<Offering> best(Instant now) {
        return all.entrySet().stream()
                .filter(entry -> entry.getValue().allows(now))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** When the next one that was refused is tried again. */
    Instant nextTry() {
        return all.values().stream()
                .map(Backoff::until)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** An offering that isn't among these, since a former leader knew others, is of no interest. */
    void refused(Offering offering, Instant now) {
        Optional.ofNullable(all.get(offering)).ifPresent(backoff -> backoff.failed(now));
    }

    void succeeded(Offering offering) {
        Optional.ofNullable(all.get(offering)).ifPresent(Backoff::succeeded);
    }
}
