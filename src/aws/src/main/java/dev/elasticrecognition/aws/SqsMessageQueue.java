package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;

import dev.elasticrecognition.domain.messaging.Backlog;
import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * A standard SQS queue. A message that can't be read is logged and left alone: it comes again, perhaps to a newer
 * reader, until SQS moves it to the dead-letter queue.
 *
 * @param <T> what a message says
 */
public final class SqsMessageQueue<T> implements MessageQueue<T> {

    private static final Logger LOG = System.getLogger(SqsMessageQueue.class.getName());

    private final SqsClient sqs;
    private final QueueUrl url;
    private final Codec<T> codec;
    private final Function<T, Optional<String>> group;
    private final CallTogether<SendMessageBatchRequestEntry.Builder> sends;
    private final CallTogether<String> deletions;

    /** A queue whose messages are deleted as soon as they are completed. */
    SqsMessageQueue(SqsClient sqs, String name, Codec<T> codec, Function<T, Optional<String>> group) {
        this(sqs, name, codec, group, Duration.ZERO);
    }

    /**
     * @param group tells to whom a message belongs, if to anybody: SQS serves them in turn, whoever sends most
     * @param linger how long a completed message's deletion may wait for others; nobody waits for it but who completes
     */
    SqsMessageQueue(SqsClient sqs, String name, Codec<T> codec, Function<T, Optional<String>> group, Duration linger) {
        this.sqs = sqs;
        this.url = new QueueUrl(sqs, name);
        this.codec = codec;
        this.group = group;
        this.sends = SqsBatches.sends(sqs, url);
        this.deletions = SqsBatches.deletions(sqs, url, linger);
    }

    @Override
    public void send(T message) {
        SendMessageBatchRequestEntry.Builder entry =
                SendMessageBatchRequestEntry.builder().messageBody(codec.write(message));
        group.apply(message).ifPresent(entry::messageGroupId);
        sends.add(entry);
    }

    @Override
    public List<Lease<T>> receive(int atMost, Duration wait) {
        return call("receive from queue " + url.name(), () -> received(atMost, wait)).stream()
                .flatMap(message -> lease(message).stream())
                .toList();
    }

    @Override
    public Backlog backlog() {
        Map<QueueAttributeName, String> counts = call(
                        "count the messages of queue " + url.name(),
                        () -> sqs.getQueueAttributes(get -> get.queueUrl(url.get())
                                .attributeNames(
                                        APPROXIMATE_NUMBER_OF_MESSAGES,
                                        APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                                        APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)))
                .attributes();
        return new Backlog(
                Integer.parseInt(counts.get(APPROXIMATE_NUMBER_OF_MESSAGES)),
                Integer.parseInt(counts.get(APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)),
                Integer.parseInt(counts.get(APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)));
    }

    private List<Message> received(int atMost, Duration wait) {
        try {
            return sqs.receiveMessage(receive -> receive.queueUrl(url.get())
                            .maxNumberOfMessages(atMost)
                            .waitTimeSeconds((int) wait.toSeconds())
                            .messageSystemAttributeNames(SqsLease.ATTRIBUTES))
                    .messages();
        } catch (AbortedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private Optional<Lease<T>> lease(Message message) {
        try {
            return Optional.of(new SqsLease<>(sqs, url, deletions, message, codec.read(message.body())));
        } catch (UnreadableDocument e) {
            LOG.log(
                    Level.WARNING,
                    "Message %s of queue %s can't be read and is left alone. %s"
                            .formatted(message.messageId(), url.name(), e.getMessage()));
            return Optional.empty();
        }
    }
}
