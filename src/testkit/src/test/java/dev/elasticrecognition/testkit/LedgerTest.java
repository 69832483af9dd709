package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elasticrecognition.domain.ledger.CountRequests;
import dev.elasticrecognition.domain.ledger.KeepJournal;
import dev.elasticrecognition.domain.ledger.Ledger;
import dev.elasticrecognition.domain.ledger.Reconcile;
import dev.elasticrecognition.domain.ledger.SentRequest;
import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.recognition.AwaitedResults;
import dev.elasticrecognition.domain.recognition.CancelRequest;
import dev.elasticrecognition.domain.recognition.EarlierAnswers;
import dev.elasticrecognition.domain.recognition.ImageContent;
import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Failed;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.ResultStore;
import dev.elasticrecognition.domain.recognition.SentRequests;
import dev.elasticrecognition.domain.recognition.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All requests are counted, and what never reached the queue gets there. */
class LedgerTest {

    private static final Duration VISIBILITY_TIMEOUT = Duration.ofSeconds(30);

    private final MovableClock clock = new MovableClock(Samples.NOON);
    private final InMemoryMessageQueue<RecognitionRequest> requests =
            new InMemoryMessageQueue<>(clock, VISIBILITY_TIMEOUT);
    private final InMemoryImageStore images = new InMemoryImageStore();
    private final InMemoryResultStore results = new InMemoryResultStore();
    private final InMemorySentJournal journal = new InMemorySentJournal();
    private final SentRequests sent = new SentRequests(clock);
    private final KeepJournal keepJournal = new KeepJournal(sent, journal, clock);
    private final EarlierAnswers earlier = new EarlierAnswers(results, sent, Set::of, 10);
    private final CountRequests countRequests = new CountRequests(images, results, earlier, clock);
    private final Reconcile reconcile =
            new Reconcile(countRequests, journal, images, results, requests, sent, "here", VISIBILITY_TIMEOUT, clock);

    @Test
    void whereNothingWasAcceptedNothingIsCounted() {
        assertThat(countRequests.count()).isEqualTo(new Ledger(clock.instant(), 0, 0, 0, Optional.empty()));
    }

    @Test
    void everyRequestIsCountedOnce() {
        RequestId oldest = stored().id();
        clock.pass(Duration.ofSeconds(1));
        stored();
        results.putOnce(Samples.recognized(stored().id(), "zebra"));
        results.putOnce(Samples.recognized(stored().id(), "tench"));
        results.putOnce(Samples.recognized(stored().id(), "zebra"));
        results.putOnce(Samples.failed(stored().id()));

        Ledger ledger = countRequests.count();

        assertThat(ledger).isEqualTo(new Ledger(clock.instant(), 3, 1, 2, Optional.of(oldest.time())));
        assertThat(ledger.accepted()).isEqualTo(6);
    }

    @Test
    void theCountGoesOnAsTimePassesWhetherRequestsWereAnsweredEarlyOrLate() {
        for (int minute = 0; minute < 40; minute++) {
            Submission early = stored();
            Submission late = stored();
            Submission bad = stored();
            results.putOnce(Samples.recognized(early.id(), "zebra"));
            results.putOnce(Samples.failed(bad.id()));
            Ledger ledger = countRequests.count();
            assertThat(ledger.accepted()).isEqualTo(3L * (minute + 1));
            assertThat(ledger.waiting()).isEqualTo(minute < 25 ? minute + 1 : 26);
            clock.pass(Duration.ofMinutes(1));
            if (minute >= 25) {
                results.putOnce(Samples.recognized(late.id(), "tench"));
            }
        }

        countRequests.waiting().forEach(id -> results.putOnce(Samples.recognized(id, "tench")));

        Ledger ledger = countRequests.count();
        assertThat(ledger).isEqualTo(new Ledger(clock.instant(), 80, 40, 0, Optional.empty()));
    }

    @Test
    void aLongBacklogThatIsWorkedOffMuchLaterIsCountedToo() {
        List<Submission> backlog =
                IntStream.range(0, 2500).mapToObj(i -> stored()).toList();
        assertThat(countRequests.count().waiting()).isEqualTo(2500);
        clock.pass(Duration.ofHours(3));
        assertThat(countRequests.count().waiting()).isEqualTo(2500);

        backlog.subList(0, 1200).forEach(one -> results.putOnce(Samples.recognized(one.id(), "zebra")));
        backlog.subList(1200, 1300).forEach(one -> results.putOnce(Samples.failed(one.id())));

        Ledger ledger = countRequests.count();
        assertThat(List.of(ledger.succeeded(), ledger.failed(), ledger.waiting()))
                .containsExactly(1200L, 100L, 1200L);
    }

    @Test
    void aFailureThatLostAgainstASuccessCountsAsTheSuccessThatItIs() {
        Submission submission = stored();
        results.putOnce(Samples.recognized(submission.id(), "zebra"));
        results.putOnce(Samples.failed(submission.id()));

        assertThat(countRequests.count().succeeded()).isEqualTo(1);
        assertThat(countRequests.count().failed()).isZero();
    }

    @Test
    void aCountThatBreaksOffIsMadeGoodByTheNext() {
        IntStream.range(0, 1500).forEach(i -> stored());
        clock.pass(Duration.ofHours(1));
        images.list(Optional.empty(), 1000).forEach(image -> results.putOnce(Samples.recognized(image.id(), "zebra")));
        BreakingResults breaking = new BreakingResults(results);
        CountRequests count = new CountRequests(images, breaking, earlier, clock);
        breaking.broken = true;
        assertThatExceptionOfType(Unavailable.class).isThrownBy(count::count);

        breaking.broken = false;

        assertThat(count.count().accepted()).isEqualTo(1500);
    }

    @Test
    void aPictureThatNobodyAskedAboutIsAskedAbout() {
        Submission stray = stored();
        clock.pass(Duration.ofSeconds(31));

        assertThat(reconcile.reconcile().sentAgain()).isEqualTo(1);

        Lease<RecognitionRequest> lease = requests.receive(1, Duration.ZERO).get(0);
        assertThat(lease.message()).isEqualTo(new RecognitionRequest(stray, "here", ""));
    }

    @Test
    void itIsAskedAboutAgainOnlyOnce() {
        stored();
        clock.pass(Duration.ofSeconds(31));
        reconcile.reconcile();
        keepJournal.keep();

        clock.pass(Duration.ofMinutes(1));
        Reconcile another = new Reconcile(
                countRequests, journal, images, results, requests, sent, "there", VISIBILITY_TIMEOUT, clock);

        assertThat(reconcile.reconcile().sentAgain()).isZero();
        assertThat(another.reconcile().sentAgain()).isZero();
        assertThat(requests.backlog().total()).isEqualTo(1);
    }

    @Test
    void aFrontEndGetsTimeToSendWhatItStored() {
        stored();
        clock.pass(Duration.ofSeconds(29));

        assertThat(reconcile.reconcile().sentAgain()).isZero();
    }

    @Test
    void whatIsInTheQueueIsNotSentAgainHoweverLongItWaits() {
        Submission submission = stored();
        sent.sending(submission);
        sent.sent(submission);
        keepJournal.keep();
        clock.pass(Duration.ofHours(5));

        assertThat(reconcile.reconcile().sentAgain()).isZero();
    }

    @Test
    void whatCouldNotBeWrittenDownIsWrittenDownLater() {
        Submission submission = stored();
        sent.sent(submission);
        KeepJournal failing = new KeepJournal(sent, new UnwritableJournal(), clock);
        assertThatExceptionOfType(Unavailable.class).isThrownBy(failing::keep);

        keepJournal.keep();

        assertThat(journal.since(Samples.NOON)).extracting(SentRequest::id).containsExactly(submission.id());
    }

    @Test
    void aRequestWhoseDeadlinePassedWhileNobodyWorkedFails() {
        Submission submission = stored();
        sent.sending(submission);
        sent.sent(submission);
        keepJournal.keep();
        clock.pass(Duration.ofSeconds(60).plus(VISIBILITY_TIMEOUT));
        assertThat(reconcile.reconcile().expired()).isZero();

        clock.pass(Duration.ofSeconds(1));
        assertThat(reconcile.reconcile().expired()).isEqualTo(1);

        assertThat(problemOf(submission.id())).isEqualTo(Problem.Kind.DEADLINE_PASSED);
        assertThat(countRequests.count().failed()).isEqualTo(1);
    }

    @Test
    void aCancelledRequestHasFailedAndItsPictureIsGone() {
        Submission submission = stored();
        CancelRequest cancelRequest = new CancelRequest(images, results, new AwaitedResults(Runnable::run), clock);

        RecognitionResult result = cancelRequest.cancel(submission.id()).orElseThrow();

        assertThat(CancelRequest.isCancelled(result)).isTrue();
        assertThat(cancelRequest.cancel(submission.id())).contains(result);
        assertThat(problemOf(submission.id())).isEqualTo(Problem.Kind.CANCELLED);
        assertThat(images.content(submission.id())).isEmpty();
        assertThat(countRequests.count().failed()).isEqualTo(1);
    }

    @Test
    void anAnsweredRequestIsNotCancelledAndAnUnknownOneNeither() {
        Submission submission = stored();
        RecognitionResult answer = results.putOnce(Samples.recognized(submission.id(), "zebra"));
        CancelRequest cancelRequest = new CancelRequest(images, results, new AwaitedResults(Runnable::run), clock);

        assertThat(cancelRequest.cancel(submission.id())).contains(answer);
        assertThat(images.content(submission.id())).isPresent();
        assertThat(cancelRequest.cancel(Samples.id())).isEmpty();
    }

    private Submission stored() {
        Instant now = clock.instant();
        Submission submission =
                new Submission(RequestId.at(now), Samples.image(), "client-1", Optional.of(now.plusSeconds(60)));
        images.put(submission, ImageContent.of(new byte[] {1}));
        return submission;
    }

    private Problem.Kind problemOf(RequestId id) {
        return ((Failed) results.find(id).orElseThrow()).problem().kind();
    }

    /** Lists the first page and then breaks. */
    private static final class BreakingResults implements ResultStore {

        private final ResultStore results;
        private boolean broken;

        BreakingResults(ResultStore results) {
            this.results = results;
        }

        @Override
        public RecognitionResult putOnce(RecognitionResult result) {
            return results.putOnce(result);
        }

        @Override
        public Optional<RecognitionResult> find(RequestId id) {
            return results.find(id);
        }

        @Override
        public List<RequestId> list(Optional<RequestId> after, int atMost) {
            if (broken && after.isPresent()) {
                throw new Unavailable("list", new IllegalStateException("the store broke"));
            }
            return results.list(after, atMost);
        }

        @Override
        public List<RequestId> listFailed(Optional<RequestId> after, int atMost) {
            return results.listFailed(after, atMost);
        }
    }
}
