package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT;
import static software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName.SENT_TIMESTAMP;

import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.LeaseLost;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** A received message of an SQS queue, held by its receipt handle. */
record SqsLease<T>(SqsClient sqs, QueueUrl queue, CallTogether<String> deletions, Message received, T message)
        implements Lease<T> {

    /** What SQS must tell of a message for a lease of it. */
    static final List<MessageSystemAttributeName> ATTRIBUTES =
            List.of(APPROXIMATE_RECEIVE_COUNT, SENT_TIMESTAMP, APPROXIMATE_FIRST_RECEIVE_TIMESTAMP);

    @Override
    public int receiveCount() {
        return Integer.parseInt(received.attributes().get(APPROXIMATE_RECEIVE_COUNT));
    }

    /** SQS is many machines, whose clocks may differ a little. */
    @Override
    public Duration waited() {
        long millis = time(APPROXIMATE_FIRST_RECEIVE_TIMESTAMP) - time(SENT_TIMESTAMP);
        return Duration.ofMillis(Math.max(0, millis));
    }

    @Override
    public void complete() {
        deletions.add(received.receiptHandle());
    }

    @Override
    public void extend(Duration visibility) {
        call("extend the lease of message %s of queue %s".formatted(received.messageId(), queue.name()), () -> {
            try {
                return sqs.changeMessageVisibility(change -> change.queueUrl(queue.get())
                        .receiptHandle(received.receiptHandle())
                        .visibilityTimeout((int) visibility.toSeconds()));
            } catch (SqsException e) {
                if (!SqsErrors.isNoLongerHeld(e)) {
                    throw e;
                }
                throw new LeaseLost("message %s of queue %s".formatted(received.messageId(), queue.name()), e);
            }
        });
    }

    private long time(MessageSystemAttributeName attribute) {
        return Long.parseLong(received.attributes().get(attribute));
    }
}
