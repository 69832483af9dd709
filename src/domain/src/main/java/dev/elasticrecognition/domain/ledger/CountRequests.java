package dev.elasticrecognition.domain.ledger;

import dev.elasticrecognition.domain.recognition.EarlierAnswers;
import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.Listing;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.ResultStore;
import dev.elasticrecognition.domain.recognition.StoredImage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Counts all requests from the stores. The first count reads everything; later ones read only what is younger than
 * {@link #SETTLING}, for nothing is submitted with an older id, and look after the older requests that still waited, or
 * were given up and may wait again. Safe for use by several threads.
 */
public final class CountRequests {

    /** Within this time after a request got its id, its picture is stored, whatever the front ends' clocks say. */
    private static final Duration SETTLING = Duration.ofMinutes(10);

    /** So many requests are asked for one by one, rather than by listing all that lie between them. */
    private static final int FEW = 100;

    private final ImageStore images;
    private final ResultStore results;
    private final EarlierAnswers earlier;
    private final InstantSource clock;

    private final Tally settled = new Tally();
    private final Map<RequestId, Outcome> failedOrNot = new HashMap<>();
    private Optional<RequestId> newestSettled = Optional.empty();
    private List<RequestId> waiting = List.of();
    private volatile Optional<Ledger> latest = Optional.empty();

    /** @param earlier learns which pictures were answered */
    public CountRequests(ImageStore images, ResultStore results, EarlierAnswers earlier, InstantSource clock) {
        this.images = images;
        this.results = results;
        this.earlier = earlier;
        this.clock = clock;
    }

    /** Counts the requests as they stand now. */
    public synchronized Ledger count() {
        Instant now = clock.instant();
        settleGivenUp();
        settleWaiting();
        Tally recent = read(now.minus(SETTLING));
        NavigableSet<RequestId> all = new TreeSet<>(settled.waiting);
        all.addAll(recent.waiting);
        waiting = List.copyOf(all);
        Ledger ledger = new Ledger(
                now,
                settled.succeeded + recent.succeeded,
                settled.failed + settled.givenUp.size() + recent.failed + recent.givenUp.size(),
                all.size(),
                all.isEmpty() ? Optional.empty() : Optional.of(all.last().time()));
        latest = Optional.of(ledger);
        return ledger;
    }

    /** What was counted last; empty before the first time. */
    public Optional<Ledger> latest() {
        return latest;
    }

    /** The requests that waited when it was counted last, newest first. */
    public synchronized List<RequestId> waiting() {
        return waiting;
    }

    /** Reads what isn't settled, newest first, and settles what is old enough by now, once all of it is read. */
    private Tally read(Instant settledBefore) {
        Tally recent = new Tally();
        Tally settling = new Tally();
        Optional<RequestId> newestSettling = Optional.empty();
        Listing<StoredImage> stored = new Listing<>(images::list, StoredImage::id, Optional.empty());
        Listing<RequestId> answered = new Listing<>(results::list, id -> id, Optional.empty());
        Listing<RequestId> maybeFailed = new Listing<>(results::listFailed, id -> id, Optional.empty());
        // A picture may have been removed long after it was answered, so the next request may show in either store.
        Optional<RequestId> next = Listing.newest(stored, answered);
        while (next.filter(id -> !isSettled(id)).isPresent()) {
            RequestId id = next.get();
            boolean settles = id.time().isBefore(settledBefore);
            if (settles && newestSettling.isEmpty()) {
                newestSettling = next;
            }
            Optional<StoredImage> image = stored.at(id);
            Outcome outcome = answered.at(id).isEmpty()
                    ? none(id)
                    : outcome(id, maybeFailed.at(id).isPresent());
            (settles ? settling : recent).add(id, outcome);
            if (outcome == Outcome.SUCCEEDED) {
                image.ifPresent(earlier::recall);
            }
            next = Listing.newest(stored, answered);
        }
        settled.add(settling);
        newestSettled = newestSettling.or(() -> newestSettled);
        failedOrNot.keySet().removeIf(this::isSettled);
        return recent;
    }

    private boolean isSettled(RequestId id) {
        return newestSettled.filter(settled -> settled.compareTo(id) <= 0).isPresent();
    }

    /** What was known of a request that was reopened counts no more. */
    private Outcome none(RequestId id) {
        failedOrNot.remove(id);
        return Outcome.NONE;
    }

    private Outcome outcome(RequestId id, boolean maybeFailed) {
        return maybeFailed ? failedOrNot.computeIfAbsent(id, this::look) : Outcome.SUCCEEDED;
    }

    private Outcome look(RequestId id) {
        return results.find(id).map(CountRequests::outcomeOf).orElse(Outcome.NONE);
    }

    private static Outcome outcomeOf(RecognitionResult result) {
        if (!result.isFinal()) {
            return Outcome.GIVEN_UP;
        }
        return result instanceof RecognitionResult.Failed ? Outcome.FAILED : Outcome.SUCCEEDED;
    }

    /** Whoever reopens a request takes it off the list of those that have failed; so only those are looked at that are not on it. */
    private void settleGivenUp() {
        if (settled.givenUp.isEmpty()) {
            return;
        }
        RequestId newest = settled.givenUp.first();
        Listing<RequestId> failed = new Listing<>(results::listFailed, id -> id, Optional.of(justNewerThan(newest)));
        List<RequestId> reopened =
                settled.givenUp.stream().filter(id -> failed.at(id).isEmpty()).toList();
        for (RequestId id : reopened) {
            Outcome outcome = look(id);
            settled.givenUp.remove(id);
            settled.add(id, outcome);
        }
    }

    private void settleWaiting() {
        for (RequestId id : List.copyOf(answeredAmong(settled.waiting))) {
            Outcome outcome = look(id);
            if (outcome != Outcome.NONE) {
                settled.waiting.remove(id);
                settled.add(id, outcome);
            }
        }
    }

    private Collection<RequestId> answeredAmong(NavigableSet<RequestId> ids) {
        return ids.size() <= FEW ? ids : answeredBetween(ids);
    }

    private Collection<RequestId> answeredBetween(NavigableSet<RequestId> ids) {
        Listing<RequestId> answered = new Listing<>(results::list, id -> id, Optional.of(justNewerThan(ids.first())));
        return ids.stream().filter(id -> answered.at(id).isPresent()).toList();
    }

    private static RequestId justNewerThan(RequestId id) {
        return RequestId.at(id.time().plusMillis(1));
    }

    private enum Outcome {
        NONE,
        SUCCEEDED,
        FAILED,
        /** It has failed, but may be reopened. */
        GIVEN_UP
    }

    private static final class Tally {

        private long succeeded;
        private long failed;
        private final NavigableSet<RequestId> waiting = new TreeSet<>();
        private final NavigableSet<RequestId> givenUp = new TreeSet<>();

        void add(RequestId id, Outcome outcome) {
            switch (outcome) {
                case SUCCEEDED -> succeeded++;
                case FAILED -> failed++;
                case NONE -> waiting.add(id);
                case GIVEN_UP -> givenUp.add(id);
            }
        }

        void add(Tally more) {
            succeeded += more.succeeded;
            failed += more.failed;
            waiting.addAll(more.waiting);
            givenUp.addAll(more.givenUp);
        }
    }
}
