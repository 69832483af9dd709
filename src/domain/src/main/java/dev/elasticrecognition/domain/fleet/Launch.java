package dev.elasticrecognition.domain.fleet;

import java.time.Instant;
import java.util.List;

/**
 * A launch that was decided, or the start of an instance that was stopped. It is written down before the cloud is asked,
 * so that whoever leads next repeats it and doesn't launch anew.
 *
 * @param token names it for the cloud
 * @param offering what is launched
 * @param atMost how many are wanted, 1 or more
 * @param at when it was decided
 * @param confirmed whether the cloud has answered
 * @param instances the ids that the cloud answered with; empty until then
 */
public record Launch(
        String token, Offering offering, int atMost, Instant at, boolean confirmed, List<String> instances) {

    public Launch {
        instances = List.copyOf(instances);
    }

    static Launch decided(String token, Offering offering, int atMost, Instant at) {
        return new Launch(token, offering, atMost, at, false, List.of());
    }

    static Launch ofStopped(String instance, String token, Instant at) {
        return new Launch(token, new Offering("", ""), 1, at, true, List.of(instance));
    }

    Launch confirmedAs(List<String> ids) {
        return new Launch(token, offering, atMost, at, true, ids);
    }

    /** How many instances of it the cloud doesn't show yet; as long as it hasn't answered, all that may come. */
    int undescribedIn(Fleet fleet) {
        return confirmed ? missingFrom(fleet).size() : Math.max(0, atMost - fleet.launchedBy(token));
    }

    /** The instances of it that the cloud doesn't show, or still shows as stopped. */
    List<String> missingFrom(Fleet fleet) {
        return instances.stream().filter(id -> !fleet.shows(id)).toList();
    }
}
