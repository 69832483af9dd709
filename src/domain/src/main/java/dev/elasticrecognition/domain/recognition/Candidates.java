package dev.elasticrecognition.domain.recognition;

import dev.elasticrecognition.domain.recognition.RequestFilter.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes through the requests that may match a filter, newest first, by the stores' listings alone. For one thread.
 *
 * <p>Failed requests have a listing of their own. Those that wait are found by passing over all that don't.
 */
final class Candidates {

    private final Listing<StoredImage> stored;
    private final Listing<RequestId> answered;
    private final boolean onlyWaiting;
    private Optional<RequestId> last;
    private int passed;

    /**
     * @param after begins with the next older one; empty to begin with the newest
     * @param pageSize how many requests are listed at once
     */
    Candidates(ImageStore images, ResultStore results, RequestFilter filter, Optional<RequestId> after, int pageSize) {
        Optional<State> state = filter.onlyState();
        boolean mayWait = state.isEmpty() || state.get() == State.WAITING;
        Listing.Source<RequestId> answers =
                state.filter(State.FAILED::equals).isPresent() ? results::listFailed : results::list;
        this.stored = new Listing<>(mayWait ? images::list : Candidates::none, StoredImage::id, after, pageSize);
        this.answered = new Listing<>(answers, id -> id, after, pageSize);
        this.onlyWaiting = mayWait && state.isPresent();
        this.last = after;
    }

    /** Whether there are more requests; whether they are candidates isn't known yet. */
    boolean hasNext() {
        return Listing.newest(stored, answered).isPresent();
    }

    /**
     * Goes on.
     *
     * @param atMost the most candidates to give
     * @param limit stops as soon as so many requests have been passed in all
     */
    List<Candidate> next(int atMost, int limit) {
        List<Candidate> found = new ArrayList<>();
        while (found.size() < atMost && passed < limit && hasNext()) {
            Candidate next = pass();
            if (!onlyWaiting || !next.isAnswered()) {
                found.add(next);
            }
        }
        return found;
    }

    /** How many requests have been passed, candidates or not. */
    int passed() {
        return passed;
    }

    /** The request that was passed last. */
    Optional<RequestId> last() {
        return last;
    }

    /** A picture may have been removed after it was answered, so a request may show in either store. */
    private Candidate pass() {
        last = Listing.newest(stored, answered);
        RequestId id = last.orElseThrow();
        stored.at(id);
        passed++;
        return new Candidate(id, answered.at(id).isPresent());
    }

    private static List<StoredImage> none(Optional<RequestId> after, int atMost) {
        return List.of();
    }

    /** A request that may match, and whether it's answered, as far as listings tell. */
    record Candidate(RequestId id, boolean isAnswered) {}
}
