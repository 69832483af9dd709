package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elasticrecognition.domain.audit.Audit;
import dev.elasticrecognition.domain.audit.AuditEntry;
import dev.elasticrecognition.domain.deadletters.CollectDeadLetters;
import dev.elasticrecognition.domain.deadletters.CountDeadLetters;
import dev.elasticrecognition.domain.deadletters.DeadLetter;
import dev.elasticrecognition.domain.deadletters.DeadLetters;
import dev.elasticrecognition.domain.deadletters.DiscardDeadLetter;
import dev.elasticrecognition.domain.deadletters.GivenUpResults;
import dev.elasticrecognition.domain.deadletters.ListDeadLetters;
import dev.elasticrecognition.domain.deadletters.RedriveDeadLetters;
import dev.elasticrecognition.domain.deadletters.RedriveDeadLetters.Outcome;
import dev.elasticrecognition.domain.ledger.CountRequests;
import dev.elasticrecognition.domain.ledger.Ledger;
import dev.elasticrecognition.domain.ledger.Reconcile;
import dev.elasticrecognition.domain.ledger.SentJournal;
import dev.elasticrecognition.domain.ledger.SentRequest;
import dev.elasticrecognition.domain.messaging.Backlog;
import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.recognition.EarlierAnswers;
import dev.elasticrecognition.domain.recognition.ImageContent;
import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Failed;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.Responses;
import dev.elasticrecognition.domain.recognition.ResultStore;
import dev.elasticrecognition.domain.recognition.SentRequests;
import dev.elasticrecognition.domain.recognition.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that never come to an end are told as failed, kept, and sent again or let go, whoever dies in between. */
class DeadLettersTest {

    private static final Duration VISIBILITY_TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_RECEIVES = 5;

    private final MovableClock clock = new MovableClock(Samples.NOON);
    private final InMemoryMessageQueue<RecognitionRequest> requests =
            new InMemoryMessageQueue<>(clock, VISIBILITY_TIMEOUT);
    private final InMemoryMessageQueue<Optional<RecognitionRequest>> deadLetterQueue =
            new InMemoryMessageQueue<>(clock, VISIBILITY_TIMEOUT);
    private final InMemoryImageStore images = new InMemoryImageStore();
    private final InMemoryResultStore results = new InMemoryResultStore();
    private final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters();
    private final InMemorySentJournal journal = new InMemorySentJournal();
    private final SentRequests sent = new SentRequests(clock);
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final List<RecognitionResult> announced = new ArrayList<>();

    private final CountRequests countRequests =
            new CountRequests(images, results, new EarlierAnswers(results, sent, Set::of, 10), clock);
    private final DiscardDeadLetter discardDeadLetter =
            new DiscardDeadLetter(deadLetters, results, new Audit(trail, clock));

    @Test
    void aDeadRequestFailsIsKeptAndAnnounced() {
        Submission submission = dead();

        assertThat(collect()).containsExactly(deadLetters.find(submission.id()).orElseThrow());

        Failed failed = (Failed) results.find(submission.id()).orElseThrow();
        assertThat(failed.problem().kind()).isEqualTo(Problem.Kind.GAVE_UP);
        assertThat(failed.problem().detail()).contains("begun 5 times");
        assertThat(deadLetters.find(submission.id()))
                .contains(new DeadLetter(
                        submission,
                        MAX_RECEIVES,
                        clock.instant(),
                        failed.problem().detail()));
        assertThat(announced).containsExactly(failed);
        assertThat(deadLetterQueue.backlog().total()).isZero();
    }

    @Test
    void whatTheWorkerSaidOfItIsWhatIsKept() {
        Submission submission = dead();
        results.putOnce(Samples.givenUp(submission.id()));

        collect();

        assertThat(deadLetters.find(submission.id()))
                .contains(new DeadLetter(submission, MAX_RECEIVES, Samples.NOON, "It never came to an end."));
        assertThat(announced).isEmpty();
        assertThat(deadLetterQueue.backlog().total()).isZero();
    }

    @Test
    void aRequestThatIsAnsweredIsNoDeadLetter() {
        Submission answered = dead();
        Submission failed = dead();
        results.putOnce(Samples.recognized(answered.id(), "zebra"));
        results.putOnce(Samples.failed(failed.id()));

        assertThat(collect()).isEmpty();

        assertThat(deadLetters.list(Optional.empty(), 10)).isEmpty();
        assertThat(announced).isEmpty();
        assertThat(deadLetterQueue.backlog().total()).isZero();
    }

    @Test
    void whatCannotBeReadStaysAndKeepsNothingElseFromBeingCollected() {
        IntStream.range(0, 15).forEach(i -> deadLetterQueue.send(Optional.empty()));
        IntStream.range(0, 25).forEach(i -> dead());

        assertThat(collect()).hasSize(25);

        assertThat(deadLetterQueue.backlog().total()).isEqualTo(15);
    }

    @Test
    void whatCannotBeCollectedHoldsUpTheOthersUntilTheNextTimeOnly() {
        Submission odd = dead();
        Submission other = dead();
        CollectDeadLetters collectDeadLetters = new CollectDeadLetters(
                deadLetterQueue,
                results,
                deadLetters,
                (replyTo, result) -> assertThat(result.id()).isNotEqualTo(odd.id()),
                MAX_RECEIVES,
                clock);
        assertThatExceptionOfType(AssertionError.class).isThrownBy(collectDeadLetters::collect);

        assertThat(collectDeadLetters.collect()).extracting(DeadLetter::id).containsExactly(other.id());
    }

    @Test
    void soManyAreCollectedAtATimeThatNothingElseWaitsForLong() {
        IntStream.range(0, 101).forEach(i -> dead());

        assertThat(collect()).hasSize(100);

        assertThat(deadLetterQueue.backlog()).isEqualTo(new Backlog(1, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"find", "putOnce", "put", "send", "complete"})
    void whereverTheCollectorDiesAnotherMakesItGood(String dying) {
        Submission submission = dead();
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> collectDyingAt(dying));
        clock.pass(VISIBILITY_TIMEOUT);

        collect();

        assertThat(problemOf(submission.id())).isEqualTo(Problem.Kind.GAVE_UP);
        assertThat(deadLetters.find(submission.id()).orElseThrow().at())
                .isEqualTo(results.find(submission.id()).orElseThrow().at());
        assertThat(deadLetterQueue.backlog().total()).isZero();
        assertThat(announced).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aRedrivenRequestWaitsAgainAndTheDeadLetterIsGone() {
        Submission submission = dead();
        collect();

        assertThat(redrive().redrive(submission.id(), "operator")).contains(Outcome.SENT_AGAIN);

        assertThat(results.find(submission.id())).isEmpty();
        assertThat(deadLetters.find(submission.id())).isEmpty();
        assertThat(sent.isUnanswered(submission.id())).isTrue();
        assertThat(received()).containsExactly(new RecognitionRequest(submission.withoutDeadline(), "here", ""));
    }

    @Test
    void itsAnswerIsKeptUnderTheSameId() {
        Submission submission = dead();
        collect();
        redrive().redrive(submission.id(), "operator");
        RecognitionResult answer = Samples.recognized(submission.id(), "zebra");

        assertThat(results.putOnce(answer)).isEqualTo(answer);
    }

    @Test
    void whatIsNoDeadLetterIsNotRedriven() {
        RequestId id = stored().id();

        assertThat(redrive().redrive(id, "operator")).isEmpty();

        assertThat(requests.backlog().total()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "reopen", "send", "remove"})
    void whereverARedriveDiesTheDeadLetterIsStillThereAndASecondRedriveIsHarmless(String dying) {
        Submission submission = dead();
        collect();
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> redriveDyingAt(dying, submission.id()));
        assertThat(deadLetters.find(submission.id())).isPresent();

        assertThat(redrive().redrive(submission.id(), "operator")).contains(Outcome.SENT_AGAIN);

        assertThat(results.find(submission.id())).isEmpty();
        assertThat(received()).isNotEmpty().allMatch(request -> request.id().equals(submission.id()));
        assertThat(deadLetters.find(submission.id())).isEmpty();
    }

    @Test
    void aRequestThatWasAnsweredAfterARedriveThatDiedIsNotSentAgain() {
        Submission submission = dead();
        collect();
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> redriveDyingAt("remove", submission.id()));
        RecognitionResult answer = results.putOnce(Samples.recognized(submission.id(), "zebra"));

        assertThat(redrive().redrive(submission.id(), "operator")).contains(Outcome.ANSWERED_BEFORE);

        assertThat(received()).hasSize(1);
        assertThat(results.find(submission.id())).contains(answer);
        assertThat(deadLetters.find(submission.id())).isEmpty();
    }

    @Test
    void aRequestThatCannotBeSentCountsNotAsSent() {
        Submission submission = dead();
        collect();

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> redriveDyingAt("send", submission.id()));

        assertThat(sent.unanswered()).isZero();
    }

    @Test
    void allAreRedrivenButNoMoreThanAskedFor() {
        IntStream.range(0, 7).forEach(i -> dead());
        collect();

        assertThat(redrive().redriveAll(5, "operator")).hasSize(5).containsOnly(Outcome.SENT_AGAIN);
        assertThat(redrive().redriveAll(5, "operator")).hasSize(2);
        assertThat(trail.all())
                .hasSize(7)
                .allMatch(
                        entry -> entry.by().equals("operator") && entry.action().equals("redrive"));

        assertThat(received()).hasSize(7).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDeadlineThatPassedMeanwhileDoesNotEndARedrivenRequest(boolean writtenLater) {
        Submission submission = dead();
        List<SentRequest> first = List.of(SentRequest.of(submission));
        journal.write(clock.instant(), writtenLater ? List.of() : first);
        collect();
        clock.pass(Duration.ofHours(1));
        redrive().redrive(submission.id(), "operator");
        journal.write(clock.instant(), writtenLater ? first : List.of());

        Reconcile.Outcome outcome = reconcile().reconcile();

        assertThat(outcome.expired()).isZero();
        assertThat(outcome.ledger().waiting()).isEqualTo(1);
    }

    @Test
    void aRedrivenRequestIsKnownToHaveBeenSent() {
        Submission submission = dead();
        collect();

        redrive().redrive(submission.id(), "operator");

        assertThat(journal.since(clock.instant())).containsExactly(SentRequest.of(submission.withoutDeadline()));
    }

    @Test
    void whatTheLedgerKnewOfARequestThatWasGivenUpCountsNoMoreWhenItWaitsAgain() {
        Submission submission = dead();
        collect();
        assertThat(counts()).containsExactly(0L, 1L, 0L);
        redrive().redrive(submission.id(), "operator");
        assertThat(counts()).containsExactly(0L, 0L, 1L);

        results.putOnce(Samples.recognized(submission.id(), "zebra"));
        results.putOnce(Samples.failed(submission.id()));

        assertThat(counts()).containsExactly(1L, 0L, 0L);
    }

    @Test
    void aDiscardedRequestHasFailedForGood() {
        Submission submission = dead();
        collect();

        assertThat(discardDeadLetter.discard(submission.id(), "operator")).isTrue();
        AuditEntry entry = trail.all().get(0);
        assertThat(entry.by()).isEqualTo("operator");
        assertThat(entry.action()).isEqualTo("discard");
        assertThat(entry.subject()).contains(submission.id().value());

        assertThat(problemOf(submission.id())).isEqualTo(Problem.Kind.GAVE_UP);
        assertThat(redrive().redrive(submission.id(), "operator")).isEmpty();
        assertThat(discardDeadLetter.discard(submission.id(), "operator")).isFalse();
    }

    @Test
    void aRequestWhoseRedriveDiedFailsWhenItIsDiscarded() {
        Submission submission = dead();
        collect();
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> redriveDyingAt("send", submission.id()));

        discardDeadLetter.discard(submission.id(), "operator");

        assertThat(problemOf(submission.id())).isEqualTo(Problem.Kind.GAVE_UP);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 20})
    void theLedgerFollowsARequestThroughAllOfIt(int minutes) {
        Submission submission = dead();
        assertThat(counts()).containsExactly(0L, 0L, 1L);
        collect();
        assertThat(counts()).containsExactly(0L, 1L, 0L);
        clock.pass(Duration.ofMinutes(minutes));
        assertThat(counts()).containsExactly(0L, 1L, 0L);

        redrive().redrive(submission.id(), "operator");
        assertThat(counts()).containsExactly(0L, 0L, 1L);
        assertThat(countRequests.waiting()).containsExactly(submission.id());

        results.putOnce(Samples.givenUp(submission.id()));
        deadLetters.put(Samples.deadLetter(submission.id()));
        assertThat(counts()).containsExactly(0L, 1L, 0L);
        clock.pass(Duration.ofMinutes(minutes));

        redrive().redrive(submission.id(), "operator");
        results.putOnce(Samples.recognized(submission.id(), "zebra"));
        assertThat(counts()).containsExactly(1L, 0L, 0L);
    }

    @Test
    void theLedgerAddsUpWhateverBecomesOfManyDeadRequests() {
        List<Submission> all = IntStream.range(0, 30).mapToObj(i -> dead()).toList();
        collect();
        assertThat(counts()).containsExactly(0L, 30L, 0L);
        clock.pass(Duration.ofHours(1));
        assertThat(counts()).containsExactly(0L, 30L, 0L);

        all.subList(0, 10).forEach(one -> redrive().redrive(one.id(), "operator"));
        all.subList(10, 20).forEach(one -> discardDeadLetter.discard(one.id(), "operator"));
        all.subList(0, 5).forEach(one -> results.putOnce(Samples.recognized(one.id(), "zebra")));
        all.subList(5, 8).forEach(one -> results.putOnce(Samples.failed(one.id())));

        assertThat(counts()).containsExactly(5L, 23L, 2L);
    }

    @Test
    void theyAreListedPageByPage() {
        List<RequestId> newestFirst = IntStream.range(0, 5)
                .mapToObj(i -> RequestId.at(Samples.NOON.minusSeconds(i)))
                .toList();
        newestFirst.forEach(id -> deadLetters.put(Samples.deadLetter(id)));
        ListDeadLetters list = new ListDeadLetters(deadLetters, Runnable::run);

        ListDeadLetters.Page first = list.page(Optional.empty(), 3);
        ListDeadLetters.Page second = list.page(first.next(), 3);

        assertThat(first.letters()).extracting(DeadLetter::id).isEqualTo(newestFirst.subList(0, 3));
        assertThat(second.letters()).extracting(DeadLetter::id).isEqualTo(newestFirst.subList(3, 5));
        assertThat(second.next()).isEmpty();
        assertThat(list.page(Optional.empty(), 5).next()).isEmpty();
    }

    @Test
    void theyAreCountedWhenAskedTo() {
        CountDeadLetters countDeadLetters = new CountDeadLetters(deadLetters);
        assertThat(countDeadLetters.latest()).isEmpty();
        IntStream.range(0, 1001).forEach(i -> deadLetters.put(Samples.deadLetter(Samples.id())));

        countDeadLetters.count();

        assertThat(countDeadLetters.latest()).hasValue(1001);
    }

    private Submission stored() {
        Instant now = clock.instant();
        Submission submission =
                new Submission(RequestId.at(now), Samples.image(), "client-1", Optional.of(now.plusSeconds(60)));
        images.put(submission, ImageContent.of(new byte[] {1}));
        return submission;
    }

    /** A request whose message SQS has moved to the dead-letter queue. */
    private Submission dead() {
        Submission submission = stored();
        deadLetterQueue.send(Optional.of(new RecognitionRequest(submission, "there", "")));
        return submission;
    }

    private List<DeadLetter> collect() {
        return new CollectDeadLetters(deadLetterQueue, results, deadLetters, this::announce, MAX_RECEIVES, clock)
                .collect();
    }

    private void collectDyingAt(String method) {
        Death death = new Death(method);
        new CollectDeadLetters(
                        queue(death, deadLetterQueue),
                        death.of(ResultStore.class, results),
                        death.of(DeadLetters.class, deadLetters),
                        death.of(Responses.class, this::announce),
                        MAX_RECEIVES,
                        clock)
                .collect();
    }

    @SuppressWarnings("unchecked") // It gives what the queue gives.
    private static <T> MessageQueue<T> queue(Death death, MessageQueue<T> queue) {
        return death.of(MessageQueue.class, queue);
    }

    private void announce(String replyTo, RecognitionResult result) {
        assertThat(replyTo).isEqualTo("there");
        announced.add(result);
    }

    private RedriveDeadLetters redrive() {
        return new RedriveDeadLetters(
                deadLetters, results, journal, requests, sent, "here", Runnable::run, new Audit(trail, clock), clock);
    }

    private void redriveDyingAt(String method, RequestId id) {
        Death death = new Death(method);
        new RedriveDeadLetters(
                        death.of(DeadLetters.class, deadLetters),
                        death.of(GivenUpResults.class, results),
                        death.of(SentJournal.class, journal),
                        queue(death, requests),
                        sent,
                        "here",
                        Runnable::run,
                        new Audit(trail, clock),
                        clock)
                .redrive(id, "operator");
    }

    private Reconcile reconcile() {
        return new Reconcile(
                countRequests, journal, images, results, requests, sent, "here", VISIBILITY_TIMEOUT, clock);
    }

    private List<RecognitionRequest> received() {
        return requests.receive(10, Duration.ZERO).stream().map(Lease::message).toList();
    }

    private Problem.Kind problemOf(RequestId id) {
        return ((Failed) results.find(id).orElseThrow()).problem().kind();
    }

    /** Succeeded, failed and waiting. */
    private List<Long> counts() {
        Ledger ledger = countRequests.count();
        return List.of(ledger.succeeded(), ledger.failed(), ledger.waiting());
    }
}
