package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;

import dev.elasticrecognition.domain.messaging.Lease;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A received message of an SQS queue, held by its receipt handle. */
record SqsLease<T>(SqsClient sqs, QueueUrl queue, Message received, T message) implements Lease<T> {

    @Override
    public int receiveCount() {
        return Integer.parseInt(received.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
    }

    @Override
    public void complete() {
        call(
                "delete message %s from queue %s".formatted(received.messageId(), queue.name()),
                () -> sqs.deleteMessage(
                        delete -> delete.queueUrl(queue.get()).receiptHandle(received.receiptHandle())));
    }

    @Override
    public void extend(Duration visibility) {
        call(
                "extend the lease of message %s of queue %s".formatted(received.messageId(), queue.name()),
                () -> sqs.changeMessageVisibility(change -> change.queueUrl(queue.get())
                        .receiptHandle(received.receiptHandle())
                        .visibilityTimeout((int) visibility.toSeconds())));
    }
}
