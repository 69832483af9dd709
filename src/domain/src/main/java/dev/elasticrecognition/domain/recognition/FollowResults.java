package dev.elasticrecognition.domain.recognition;

import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Follows many requests until they have their results. Announcements on the response queue tell at once; because they may
 * be lost, or go to another front end, the store is looked at as well, once for all who follow: by listing the newest
 * results, and by asking for some of the others in turn. Safe for use by several threads.
 */
public final class FollowResults {

    /** How often to {@link #look}. */
    public static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** So many pages of results are listed at a look. */
    static final int PAGES = 5;

    /** So many requests that those pages don't reach are asked for at a look. */
    static final int ASKED = 20;

    private final AwaitedResults awaited;
    private final ResultStore results;
    private final NavigableMap<RequestId, Integer> followers = new ConcurrentSkipListMap<>();
    private Optional<RequestId> askedLast = Optional.empty();

    public FollowResults(AwaitedResults awaited, ResultStore results) {
        this.awaited = awaited;
        this.results = results;
    }

    /**
     * Begins to follow a request.
     *
     * @return completes when the result is known; whoever follows {@linkplain #leave leaves} in the end
     */
    public CompletableFuture<RecognitionResult> follow(RequestId id) {
        followers.merge(id, 1, Integer::sum);
        return awaited.await(id);
    }

    /** Ends to follow a request, whether its result came or not. */
    public void leave(RequestId id, CompletableFuture<RecognitionResult> following) {
        awaited.forget(id, following);
        followers.computeIfPresent(id, (any, count) -> count == 1 ? null : count - 1);
    }

    /** How many requests are followed. */
    public int size() {
        return followers.size();
    }

    /** Looks at the store for what wasn't announced here. */
    public synchronized void look() {
        NavigableSet<RequestId> followed = new TreeSet<>(followers.keySet());
        if (!followed.isEmpty()) {
            Optional<RequestId> reached = lookAtNewest(followed);
            reached.map(id -> followed.tailSet(id, false)).ifPresent(this::askForSome);
        }
    }

    /** Gives the request up to which all are looked at; empty if that's all of them. */
    private Optional<RequestId> lookAtNewest(NavigableSet<RequestId> followed) {
        RequestId newest = followed.first();
        Optional<RequestId> after = Optional.of(RequestId.at(newest.time().plusMillis(1)));
        for (int page = 0; page < PAGES; page++) {
            List<RequestId> answered = results.list(after, ResultStore.MOST);
            answered.stream().filter(followed::contains).forEach(this::ask);
            if (answered.size() < ResultStore.MOST) {
                return Optional.empty();
            }
            after = Optional.of(answered.get(answered.size() - 1));
            if (after.get().compareTo(followed.last()) >= 0) {
                return Optional.empty();
            }
        }
        return after;
    }

    private void askForSome(NavigableSet<RequestId> rest) {
        NavigableSet<RequestId> turn = askedLast
                .map(id -> rest.tailSet(id, false))
                .filter(after -> !after.isEmpty())
                .orElse(rest);
        for (RequestId id : turn.stream().limit(ASKED).toList()) {
            ask(id);
            askedLast = Optional.of(id);
        }
    }

    private void ask(RequestId id) {
        results.find(id).ifPresent(awaited::arrived);
    }
}
