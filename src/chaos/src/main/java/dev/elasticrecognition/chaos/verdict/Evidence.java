package dev.elasticrecognition.chaos.verdict;

import dev.elasticrecognition.chaos.load.Upload;
import dev.elasticrecognition.chaos.system.FrontEnd.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What there is when all is over.
 *
 * @param labels what each photograph is, by its name, as it was told before anything went wrong
 * @param uploads the clients' own list
 * @param pictures the ids of the pictures that are stored
 * @param results the stored results by their ids: the label, or nothing if the request failed; what isn't
 *     named as a result is there with its whole name, and nothing
 * @param ledger what the front end counts
 * @param left messages that are still in the request queue
 * @param deadLetters messages in the dead-letter queue, and requests that were given up
 * @param fleet what became of the instances
 */
public record Evidence(
        Map<String, String> labels,
        List<Upload> uploads,
        Set<String> pictures,
        Map<String, Optional<String>> results,
        Ledger ledger,
        int left,
        int deadLetters,
        FleetEvidence fleet) {

    public Evidence {
        labels = Map.copyOf(labels);
        uploads = List.copyOf(uploads);
        pictures = Set.copyOf(pictures);
        results = Map.copyOf(results);
    }

    /**
     * Of the instances.
     *
     * @param maximum how many there may be at a time
     * @param most how many there were at a time at most
     * @param busyKilled how many the scaler ended that were busy
     * @param left ids of those that are there though nothing is to be done
     * @param processes how many of their processes live
     */
    public record FleetEvidence(int maximum, int most, long busyKilled, List<String> left, int processes) {

        public FleetEvidence {
            left = List.copyOf(left);
        }
    }
}
