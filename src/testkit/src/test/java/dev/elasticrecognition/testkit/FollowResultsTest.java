package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.recognition.AwaitedResults;
import dev.elasticrecognition.domain.recognition.FollowResults;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RequestId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many requests are followed until they have their results. */
class FollowResultsTest {

    private final AwaitedResults awaited = new AwaitedResults(Runnable::run);
    private final InMemoryResultStore results = new InMemoryResultStore();
    private final AtomicInteger reads = new AtomicInteger();
    private final FollowResults followResults = new FollowResults(awaited, new CountingResults(results, reads));

    @Test
    void anAnnouncementTellsAtOnce() {
        RequestId id = at(0);
        CompletableFuture<RecognitionResult> following = followResults.follow(id);

        awaited.arrived(Samples.recognized(id, "zebra"));

        assertThat(following).isCompletedWithValue(Samples.recognized(id, "zebra"));
    }

    @Test
    void whatWasAnnouncedElsewhereIsFoundInTheStore() {
        RequestId answered = at(1);
        CompletableFuture<RecognitionResult> following = followResults.follow(answered);
        CompletableFuture<RecognitionResult> waiting = followResults.follow(at(2));
        results.putOnce(Samples.recognized(answered, "zebra"));

        followResults.look();

        assertThat(following).isCompleted();
        assertThat(waiting).isNotDone();
        assertThat(reads).hasValue(1);
    }

    @Test
    void allWhoFollowTheSameOneAreTold() {
        RequestId id = at(0);
        CompletableFuture<RecognitionResult> one = followResults.follow(id);
        CompletableFuture<RecognitionResult> other = followResults.follow(id);
        results.putOnce(Samples.recognized(id, "zebra"));

        followResults.look();

        assertThat(one).isCompleted();
        assertThat(other).isCompleted();
    }

    @Test
    void whoLeavesLeavesTheOthersAndInTheEndNothingIsKept() {
        RequestId id = at(0);
        CompletableFuture<RecognitionResult> one = followResults.follow(id);
        CompletableFuture<RecognitionResult> other = followResults.follow(id);

        followResults.leave(id, one);
        assertThat(followResults.size()).isEqualTo(1);
        followResults.leave(id, other);

        assertThat(followResults.size()).isZero();
        assertThat(awaited.size()).isZero();
    }

    @Test
    void thoseThatManyNewerAnswersHideAreFoundInTurn() {
        List<CompletableFuture<RecognitionResult>> old = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            RequestId id = at(number);
            old.add(followResults.follow(id));
            results.putOnce(Samples.recognized(id, "zebra"));
        }
        CompletableFuture<RecognitionResult> newest = followResults.follow(at(1_000_000));
        for (int number = 0; number < 5000; number++) {
            results.putOnce(Samples.recognized(at(1000 + number), "tench"));
        }

        followResults.look();
        assertThat(old).filteredOn(CompletableFuture::isDone).hasSize(20);
        followResults.look();
        followResults.look();

        assertThat(old).allMatch(CompletableFuture::isDone);
        assertThat(newest).isNotDone();
    }

    private static RequestId at(int seconds) {
        return RequestId.at(Samples.NOON.plusSeconds(seconds));
    }
}
