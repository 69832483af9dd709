package dev.elasticrecognition.domain.recognition;

import dev.elasticrecognition.domain.recognition.Candidates.Candidate;
import dev.elasticrecognition.domain.recognition.RequestState.Answered;
import dev.elasticrecognition.domain.recognition.RequestState.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Lists requests, newest first, page by page, from the stores alone, so any front end can. The stores find requests by id
 * only, so a filter means to look at many: one call looks at a bounded number, and what it gives may be little, or nothing,
 * although there is more. Safe for use by several threads.
 */
public final class ListRequests {

    /** The most requests that one page has. */
    public static final int MOST = 1000;

    /** So many requests are passed by at most in one call, by the stores' listings. */
    static final int PASSED = 20_000;

    /** So many requests are read at most in one call. */
    static final int READ = 1000;

    /** So many are read at once, if it's unknown how many of them match. */
    private static final int BATCH = 64;

    private final ImageStore images;
    private final ResultStore results;
    private final Executor readers;

    /** @param readers read several requests at a time; none of its tasks waits for another */
    public ListRequests(ImageStore images, ResultStore results, Executor readers) {
        this.images = images;
        this.results = results;
        this.readers = readers;
    }

    /**
     * Lists some requests.
     *
     * @param after begins with the next older one; empty to begin with the newest
     * @param atMost 1 to {@link #MOST}
     */
    public Page page(RequestFilter filter, Optional<RequestId> after, int atMost) {
        if (filter.matchesNone()) {
            return new Page(List.of(), Optional.empty());
        }
        boolean all = filter.equals(RequestFilter.ALL);
        Candidates candidates = new Candidates(images, results, filter, after, all ? Math.min(atMost + 1, MOST) : MOST);
        List<RequestState> found = new ArrayList<>();
        int read = 0;
        while (found.size() < atMost && read < READ && candidates.passed() < PASSED && candidates.hasNext()) {
            int wanted = atMost - found.size();
            List<Candidate> batch = candidates.next(all ? wanted : Math.max(wanted, BATCH), PASSED);
            read += batch.size();
            for (RequestState state : read(batch)) {
                if (filter.matches(state)) {
                    found.add(state);
                }
                if (found.size() == atMost
                        && !state.id().equals(batch.get(batch.size() - 1).id())) {
                    return new Page(found, Optional.of(state.id()));
                }
            }
        }
        return new Page(found, candidates.hasNext() ? candidates.last() : Optional.empty());
    }

    private List<RequestState> read(List<Candidate> candidates) {
        return Together.map(candidates, this::read, readers).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty if it went since it was listed. */
    private Optional<RequestState> read(Candidate candidate) {
        return candidate.isAnswered()
                ? results.find(candidate.id()).map(Answered::new)
                : images.find(candidate.id()).map(Waiting::new);
    }

    /**
     * Some requests.
     *
     * @param requests newest first
     * @param next after which request it goes on; empty if these were the oldest
     */
    public record Page(List<RequestState> requests, Optional<RequestId> next) {

        public Page {
            requests = List.copyOf(requests);
            Objects.requireNonNull(next, "next");
        }
    }
}
