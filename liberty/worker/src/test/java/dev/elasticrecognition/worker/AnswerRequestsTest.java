package dev.elasticrecognition.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.elasticrecognition.domain.fleet.WorkerState;
import dev.elasticrecognition.domain.messaging.Backlog;
import dev.elasticrecognition.domain.messaging.KeepLeases;
import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.recognition.ImageContent;
import dev.elasticrecognition.domain.recognition.Prediction;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RecognizeImage;
import dev.elasticrecognition.domain.recognition.Recognizer;
import dev.elasticrecognition.testkit.InMemoryImageStore;
import dev.elasticrecognition.testkit.InMemoryMessageQueue;
import dev.elasticrecognition.testkit.InMemoryResultStore;
import dev.elasticrecognition.testkit.MovableClock;
import dev.elasticrecognition.testkit.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two requests at once, each of which is recognised when the test says so. */
@Timeout(30)
class AnswerRequestsTest {

    private static final Duration VISIBILITY_TIMEOUT = Duration.ofSeconds(30);
    private static final int MAX_RECEIVES = 3;
    private static final Duration NO_WAIT = Duration.ZERO;

    private final MovableClock clock = new MovableClock(Samples.NOON);
    private final LongPolledQueue queue = new LongPolledQueue();
    private final InMemoryImageStore images = new InMemoryImageStore();
    private final Queue<RecognitionResult> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Error> errors = new ConcurrentLinkedQueue<>();
    private final PatientRecognizer recognizer = new PatientRecognizer();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private AnswerRequests answering = answeringFrom(queue);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void requestsAreAnsweredTwoAtOnce() {
        send(3);
        answering.receive();

        await().until(() -> answering.work().inProgress() == 2);
        assertThat(answering.state()).isEqualTo(WorkerState.READY);

        recognizer.allowed.release(3);
        await().until(() -> answering.work().done() == 3);
        assertThat(answers).hasSize(3);
        assertThat(queue.backlog().total()).isZero();
    }

    @Test
    void whatCannotBeAnsweredComesAgainAndFreesItsPlace() {
        recognizer.allowed.release(4);
        for (int i = 0; i < 3; i++) {
            recognizer.failures.add(new IllegalStateException("it was told to fail"));
        }
        send(4);
        answering.receive();

        await().until(() -> answering.work().done() == 1);
        assertThat(answers).hasSize(1);
        await().until(() -> answering.work().inProgress() == 0);
        assertThat(queue.backlog()).isEqualTo(new Backlog(0, 3, 0));
    }

    @Test
    void whileAStoreIsAwayARequestIsTriedAgainWithoutBeingDeliveredAgain() {
        recognizer.allowed.release(2);
        recognizer.failures.add(new Unavailable("get", new IllegalStateException("the store is away")));
        send(1);
        answering.receive();

        await().until(() -> answering.work().done() == 1);
        await().until(() -> queue.backlog().total() == 0);
        assertThat(queue.deliveries).hasValue(1);
    }

    @Test
    void aDrainedWorkerDoesNotWaitForAStore() {
        recognizer.allowed.release(1);
        recognizer.failures.add(new Unavailable("get", new IllegalStateException("the store is away")));
        send(1);
        answering.receive();
        await().until(() -> recognizer.failures.isEmpty());

        answering.drain();
        answering.drained().join();

        assertThat(answers).isEmpty();
        clock.pass(Duration.ofSeconds(2));
        assertThat(queue.backlog()).isEqualTo(new Backlog(1, 0, 0));
    }

    @Test
    void anErrorIsReportedAndHoldsNothing() {
        recognizer.allowed.release(1);
        Error error = new StackOverflowError("it was told to");
        recognizer.failures.add(error);
        send(1);
        answering.receive();

        await().dontCatchUncaughtExceptions().until(() -> errors.contains(error));
        answering.drain();
        answering.drained().join();
        assertThat(queue.backlog()).isEqualTo(new Backlog(0, 1, 0));
    }

    @Test
    void aBusyWorkerFinishesWhatItHasAndTakesNothingMore() {
        send(3);
        answering.receive();
        await().until(() -> answering.work().inProgress() == 2);

        answering.drain();
        assertThat(answering.state()).isEqualTo(WorkerState.DRAINING);
        assertThat(answering.work().inProgress()).isEqualTo(2);

        recognizer.allowed.release(3);
        answering.drained().join();
        assertThat(answering.state()).isEqualTo(WorkerState.DRAINED);
        assertThat(answering.work().inProgress()).isZero();
        assertThat(answers).hasSize(2);
        assertThat(queue.askedFor).isNotEmpty().allMatch(number -> number >= 1);
        assertThat(queue.backlog()).isEqualTo(new Backlog(1, 0, 0));
        assertThat(queue.receive(1, NO_WAIT)).extracting(Lease::receiveCount).containsExactly(1);
    }

    @Test
    void aWaitingPollIsLetEnd() {
        answering.receive();
        await().until(() -> queue.waiting);

        answering.drain();
        assertThat(answering.state()).isEqualTo(WorkerState.DRAINING);

        answering.drained().join();
        assertThat(queue.interrupted).isFalse();
    }

    @Test
    void whatTheLastPollBringsGoesBackAtOnce() {
        recognizer.allowed.release(1);
        answering.receive();
        await().until(() -> queue.waiting);

        answering.drain();
        send(1);

        answering.drained().join();
        assertThat(answers).isEmpty();
        assertThat(answering.work().done()).isZero();
        assertThat(queue.receive(1, NO_WAIT)).extracting(Lease::receiveCount).containsExactly(2);
    }

    @Test
    void aPollThatDoesNotEndIsHungUpOn() {
        SilentQueue silent = new SilentQueue();
        answering = answeringFrom(silent);
        answering.receive();
        await().until(() -> silent.waiting);

        answering.drain();

        answering.drained().join();
        assertThat(answering.state()).isEqualTo(WorkerState.DRAINED);
    }

    @Test
    void aWorkerThatIsDrainedBeforeItBeginsReceivesNothing() {
        send(1);

        answering.drain();
        answering.receive();

        assertThat(answering.state()).isEqualTo(WorkerState.DRAINED);
        executor.shutdown();
        await().until(executor::isTerminated);
        assertThat(queue.backlog()).isEqualTo(new Backlog(1, 0, 0));
    }

    @Test
    void itEndsItsProcessWhenItIsTold() throws InterruptedException {
        answering.end();

        end.await();
    }

    private AnswerRequests answeringFrom(MessageQueue<RecognitionRequest> requests) {
        RecognizeImage recognizeImage = new RecognizeImage(
                images,
                recognizer,
                new InMemoryResultStore(),
                (replyTo, result) -> answers.add(result),
                MAX_RECEIVES,
                clock);
        KeepLeases leases = new KeepLeases(VISIBILITY_TIMEOUT, executor, clock);
        return new AnswerRequests(
                requests, new Answering(recognizeImage), leases, new Pace(1, 2), executor, clock, end::countDown);
    }

    private void send(int number) {
        for (int i = 0; i < number; i++) {
            RecognitionRequest request = Samples.request(Samples.id());
            images.put(request.submission(), ImageContent.of(new byte[] {1}));
            queue.send(request);
        }
    }

    /** As a worker does it, and what it is told of errors. */
    private final class Answering implements AnswerRequests.Answering {

        private final RecognizeImage recognizeImage;

        Answering(RecognizeImage recognizeImage) {
            this.recognizeImage = recognizeImage;
        }

        @Override
        public RecognitionResult answer(Lease<RecognitionRequest> lease) {
            return recognizeImage.answer(lease);
        }

        @Override
        public Optional<RecognitionResult> giveBack(Lease<RecognitionRequest> lease, RuntimeException cause) {
            return recognizeImage.giveBack(lease, cause);
        }

        @Override
        public void broken(Error error) {
            errors.add(error);
        }
    }

    /** Recognises when it's allowed to, and fails as often as it's told to. */
    private static final class PatientRecognizer implements Recognizer {

        private final Semaphore allowed = new Semaphore(0);
        private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

        @Override
        public String modelId() {
            return "patient";
        }

        @Override
        public void check() {}

        @Override
        public Recognition recognize(byte[] image) {
            allowed.acquireUninterruptibly();
            Throwable failure = failures.poll();
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            return new Recognition(List.of(new Prediction("zebra", 340, 1)), Duration.ZERO, Duration.ZERO);
        }
    }

    /** A queue in memory whose receive waits, as that of SQS does. */
    private final class LongPolledQueue implements MessageQueue<RecognitionRequest> {

        private final MessageQueue<RecognitionRequest> messages =
                new InMemoryMessageQueue<>(clock, Duration.ofSeconds(30));
        private final Semaphore sent = new Semaphore(0);
        private final Queue<Integer> askedFor = new ConcurrentLinkedQueue<>();
        private final AtomicInteger deliveries = new AtomicInteger();
        private volatile boolean waiting;
        private volatile boolean interrupted;

        private List<Lease<RecognitionRequest>> received(int atMost) {
            List<Lease<RecognitionRequest>> leases = messages.receive(atMost, NO_WAIT);
            deliveries.addAndGet(leases.size());
            return leases;
        }

        @Override
        public void send(RecognitionRequest message) {
            messages.send(message);
            sent.release();
        }

        @Override
        public List<Lease<RecognitionRequest>> receive(int atMost, Duration wait) {
            askedFor.add(atMost);
            List<Lease<RecognitionRequest>> leases = received(atMost);
            if (!leases.isEmpty() || wait.isZero()) {
                return leases;
            }
            try {
                waiting = true;
                boolean more = sent.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
                return more ? received(atMost) : List.of();
            } catch (InterruptedException e) {
                interrupted = true;
                Thread.currentThread().interrupt();
                return List.of();
            }
        }

        @Override
        public Backlog backlog() {
            return messages.backlog();
        }
    }

    /** A queue that never answers. */
    private static final class SilentQueue implements MessageQueue<RecognitionRequest> {

        private volatile boolean waiting;

        @Override
        public void send(RecognitionRequest message) {
            throw new Unavailable("send", new IllegalStateException("nobody is there"));
        }

        @Override
        public List<Lease<RecognitionRequest>> receive(int atMost, Duration wait) {
            try {
                waiting = true;
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        }

        @Override
        public Backlog backlog() {
            throw new Unavailable("count", new IllegalStateException("nobody is there"));
        }
    }
}
