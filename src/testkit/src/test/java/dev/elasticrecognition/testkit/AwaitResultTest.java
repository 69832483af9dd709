package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.elasticrecognition.domain.recognition.AwaitResult;
import dev.elasticrecognition.domain.recognition.AwaitedResults;
import dev.elasticrecognition.domain.recognition.DeliverResult;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.SentRequests;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody waits for a result. */
class AwaitResultTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final AwaitedResults awaited = new AwaitedResults(scheduler);
    private final InMemoryResultStore results = new InMemoryResultStore();
    private final AwaitResult awaitResult = new AwaitResult(awaited, results, scheduler);
    private final RequestId id = Samples.id();
    private final RecognitionResult result = Samples.recognized(id, "zebra");

    @AfterEach
    void stopScheduler() {
        scheduler.shutdownNow();
    }

    @Test
    void anAnnouncementEndsTheWaitAndIsCompleted() throws Exception {
        InMemoryMessageQueue<RecognitionResult> responses =
                new InMemoryMessageQueue<>(new MovableClock(Samples.NOON), LONG);
        CompletableFuture<Optional<RecognitionResult>> answer = ask(LONG, () -> responses.send(result));

        responses
                .receive(1, Duration.ZERO)
                .forEach(new DeliverResult(awaited, new SentRequests(InstantSource.system()))::deliver);

        assertThat(get(answer)).contains(result);
        assertThat(responses.backlog().total()).isZero();
        assertThat(awaited.size()).isZero();
    }

    @Test
    void anAnswerThatComesWhileTheQuestionIsAskedIsNotMissed() throws Exception {
        assertThat(get(ask(LONG, () -> awaited.arrived(result)))).contains(result);
    }

    @Test
    void aLostAnnouncementIsMadeUpForByTheStore() throws Exception {
        assertThat(get(ask(LONG, () -> results.putOnce(result)))).contains(result);
    }

    @Test
    void allWhoWaitForTheSameResultGetIt() throws Exception {
        CompletableFuture<Optional<RecognitionResult>> one = ask(LONG, () -> {});
        CompletableFuture<Optional<RecognitionResult>> other = ask(LONG, () -> {});

        awaited.arrived(result);

        assertThat(get(one)).contains(result);
        assertThat(get(other)).contains(result);
    }

    @Test
    void whoBringsAResultDoesNotDoTheWorkOfThoseWhoWaitForIt() throws Exception {
        Thread bringer = Thread.currentThread();
        CompletableFuture<Thread> worker = ask(LONG, () -> {}).thenApply(answer -> Thread.currentThread());

        awaited.arrived(result);

        assertThat(get(worker)).isNotEqualTo(bringer);
    }

    @Test
    void whenPatienceEndsThereIsNoAnswerAndNothingIsKept() throws Exception {
        assertThat(get(ask(SHORT, () -> {}))).isEmpty();
        assertThat(awaited.size()).isZero();
    }

    @Test
    void aQuestionThatCouldNotBeAskedIsNotWaitedFor() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ask(LONG, () -> {
                    throw new IllegalStateException("no queue");
                }));
        assertThat(awaited.size()).isZero();
    }

    private CompletableFuture<Optional<RecognitionResult>> ask(Duration patience, Runnable question) {
        return awaitResult.await(id, patience, question).toCompletableFuture();
    }

    private static <T> T get(CompletableFuture<T> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(10, TimeUnit.SECONDS);
    }
}
