package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;

import dev.elasticrecognition.domain.messaging.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * Sends messages of several threads in one call to SQS, which is cheaper than a call for each. Nothing waits for company:
 * a message that comes alone goes at once, and while calls are under way, those that come meanwhile gather for the next.
 */
final class SendTogether {

    /** The most messages that SQS takes in a call. */
    private static final int BATCH = 10;

    /** So many calls are under way at a time before messages gather. */
    private static final int CALLS = 2;

    private final SqsClient sqs;
    private final QueueUrl url;
    private final Queue<Pending> gathered = new ConcurrentLinkedQueue<>();
    private final Semaphore calls = new Semaphore(CALLS, true);

    SendTogether(SqsClient sqs, QueueUrl url) {
        this.sqs = sqs;
        this.url = url;
    }

    /**
     * Sends a message; when this returns, the queue has it durably.
     *
     * @param group the message group, if there is one
     */
    void send(String body, Optional<String> group) {
        Pending own = new Pending(body, group, new CompletableFuture<>());
        gathered.add(own);
        calls.acquireUninterruptibly();
        try {
            if (!own.sent().isDone()) {
                sendGathered();
            }
        } finally {
            calls.release();
        }
        await(own);
    }

    /** Another thread may have taken the own message along; then others are sent. */
    private void sendGathered() {
        List<Pending> batch = new ArrayList<>(BATCH);
        for (Pending next = poll(batch); next != null; next = poll(batch)) {
            batch.add(next);
        }
        if (!batch.isEmpty()) {
            send(batch);
        }
    }

    private Pending poll(List<Pending> batch) {
        return batch.size() < BATCH ? gathered.poll() : null;
    }

    private void send(List<Pending> batch) {
        try {
            SendMessageBatchResponse answer = call(
                    what(),
                    () -> sqs.sendMessageBatch(send -> send.queueUrl(url.get()).entries(entries(batch))));
            answer.failed()
                    .forEach(failed ->
                            batch.get(Integer.parseInt(failed.id())).sent().completeExceptionally(refused(failed)));
            batch.forEach(message -> message.sent().complete(null));
        } catch (RuntimeException | Error e) {
            batch.forEach(message -> message.sent().completeExceptionally(e));
        }
    }

    private static List<SendMessageBatchRequestEntry> entries(List<Pending> batch) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>(batch.size());
        for (Pending message : batch) {
            SendMessageBatchRequestEntry.Builder entry = SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .messageBody(message.body());
            message.group().ifPresent(entry::messageGroupId);
            entries.add(entry.build());
        }
        return entries;
    }

    private Unavailable refused(BatchResultErrorEntry failed) {
        return new Unavailable(
                what(),
                SqsException.builder()
                        .message("%s: %s".formatted(failed.code(), failed.message()))
                        .build());
    }

    private String what() {
        return "send messages to queue " + url.name();
    }

    private static void await(Pending message) {
        try {
            message.sent().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private record Pending(String body, Optional<String> group, CompletableFuture<Void> sent) {}
}
