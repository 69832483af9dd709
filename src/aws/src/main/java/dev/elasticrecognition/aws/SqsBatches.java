package dev.elasticrecognition.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** What is done to several messages of a queue in one call. */
final class SqsBatches {

    private static final int SENDS_AT_ONCE = 2;

    private SqsBatches() {}

    /** Sends; an entry has its body and, if there is one, its message group. Nothing waits for company. */
    static CallTogether<SendMessageBatchRequestEntry.Builder> sends(SqsClient sqs, QueueUrl url) {
        return new CallTogether<>("send messages to queue " + url.name(), SENDS_AT_ONCE, Duration.ZERO, messages -> {
            List<SendMessageBatchRequestEntry> entries = new ArrayList<>(messages.size());
            for (SendMessageBatchRequestEntry.Builder message : messages) {
                entries.add(message.id(Integer.toString(entries.size())).build());
            }
            return sqs.sendMessageBatch(send -> send.queueUrl(url.get()).entries(entries))
                    .failed();
        });
    }

    /**
     * Deletions, each by its message's receipt handle.
     *
     * @param linger how long one may wait for others
     */
    static CallTogether<String> deletions(SqsClient sqs, QueueUrl url, Duration linger) {
        return new CallTogether<>("delete messages from queue " + url.name(), 1, linger, receipts -> {
            List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>(receipts.size());
            for (String receipt : receipts) {
                entries.add(DeleteMessageBatchRequestEntry.builder()
                        .id(Integer.toString(entries.size()))
                        .receiptHandle(receipt)
                        .build());
            }
            return sqs.deleteMessageBatch(delete -> delete.queueUrl(url.get()).entries(entries))
                    .failed();
        });
    }
}
