package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.messaging.Backlog;
import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import java.time.Duration;
import java.util.List;

/** A queue that can't be reached. */
final class UnreachableQueue implements MessageQueue<RecognitionRequest> {

    @Override
    public void send(RecognitionRequest message) {
        throw away();
    }

    @Override
    public List<Lease<RecognitionRequest>> receive(int atMost, Duration wait) {
        throw away();
    }

    @Override
    public Backlog backlog() {
        throw away();
    }

    private static Unavailable away() {
        return new Unavailable("reach the queue", new IllegalStateException("it is away"));
    }
}
