package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every queue of requests keeps. The queue under test is empty at first and has a visibility timeout of 1 s. */
public abstract class MessageQueueContract {

    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final Duration NO_WAIT = Duration.ZERO;

    /** A new, empty queue. */
    protected abstract MessageQueue<RecognitionRequest> queue();

    /** Lets the visibility timeout pass, or does nothing if time passes by itself. */
    protected abstract void letVisibilityTimeoutPass();

    @Test
    void aMessageArrivesAsItWasSent() {
        MessageQueue<RecognitionRequest> queue = queue();
        RecognitionRequest sent = Samples.request(Samples.id());

        queue.send(sent);

        assertThat(receiveOne(queue).message()).isEqualTo(sent);
    }

    @Test
    void aLeasedMessageIsHiddenFromOthers() {
        MessageQueue<RecognitionRequest> queue = queue();
        queue.send(Samples.request(Samples.id()));

        receiveOne(queue);

        assertThat(queue.receive(10, NO_WAIT)).isEmpty();
        assertThat(queue.backlog().inFlight()).isEqualTo(1);
    }

    @Test
    void aLapsedLeaseBringsTheMessageBackAndCounts() {
        MessageQueue<RecognitionRequest> queue = queue();
        queue.send(Samples.request(Samples.id()));
        Lease<RecognitionRequest> first = receiveOne(queue);
        assertThat(first.receiveCount()).isEqualTo(1);

        letVisibilityTimeoutPass();

        assertThat(receiveOne(queue).receiveCount()).isEqualTo(2);
    }

    @Test
    void theWaitOfAMessageEndsWithItsFirstDelivery() {
        MessageQueue<RecognitionRequest> queue = queue();
        queue.send(Samples.request(Samples.id()));
        letVisibilityTimeoutPass();

        Duration waited = receiveOne(queue).waited();
        letVisibilityTimeoutPass();

        assertThat(waited).isBetween(Duration.ofSeconds(1), WAIT);
        assertThat(receiveOne(queue).waited()).isEqualTo(waited);
    }

    @Test
    void aMessageThatIsTakenAtOnceHasHardlyWaited() {
        MessageQueue<RecognitionRequest> queue = queue();
        queue.send(Samples.request(Samples.id()));

        assertThat(receiveOne(queue).waited()).isBetween(Duration.ZERO, Duration.ofMillis(900));
    }

    @Test
    void aCompletedMessageIsGone() {
        MessageQueue<RecognitionRequest> queue = queue();
        queue.send(Samples.request(Samples.id()));

        receiveOne(queue).complete();
        letVisibilityTimeoutPass();

        assertThat(queue.receive(10, NO_WAIT)).isEmpty();
        await().atMost(WAIT).until(() -> queue.backlog().total() == 0);
    }

    @Test
    void aLeaseExtendedToNothingGivesTheMessageBackAtOnce() {
        MessageQueue<RecognitionRequest> queue = queue();
        queue.send(Samples.request(Samples.id()));

        receiveOne(queue).extend(Duration.ZERO);

        assertThat(receiveOne(queue).receiveCount()).isGreaterThan(1);
    }

    @Test
    void allMessagesArriveAndNoneTwice() {
        MessageQueue<RecognitionRequest> queue = queue();
        Set<RecognitionRequest> sent = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            RecognitionRequest request = Samples.request(Samples.id());
            sent.add(request);
            queue.send(request);
        }

        Set<RecognitionRequest> received = new HashSet<>();
        await().atMost(WAIT).until(() -> {
            List<Lease<RecognitionRequest>> leases = queue.receive(10, NO_WAIT);
            assertThat(leases).hasSizeLessThanOrEqualTo(10);
            leases.forEach(lease -> {
                assertThat(received.add(lease.message())).isTrue();
                lease.complete();
            });
            return received.size() == sent.size();
        });

        assertThat(received).isEqualTo(sent);
    }

    private static Lease<RecognitionRequest> receiveOne(MessageQueue<RecognitionRequest> queue) {
        List<Lease<RecognitionRequest>> leases = queue.receive(1, WAIT);
        assertThat(leases).hasSize(1);
        return leases.get(0);
    }
}
