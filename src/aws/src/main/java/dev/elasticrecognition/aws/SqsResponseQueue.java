package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.MESSAGE_RETENTION_PERIOD;

import dev.elasticrecognition.domain.messaging.Backlog;
import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.ResponseQueue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A front end's response queue. What it holds is of use for a moment only, so SQS keeps it as short as it can. */
final class SqsResponseQueue implements ResponseQueue {

    private static final String SHORTEST_RETENTION_SECONDS = "60";

    private final SqsClient sqs;
    private final String name;
    private final MessageQueue<RecognitionResult> queue;

    SqsResponseQueue(SqsClient sqs, String name) {
        this.sqs = sqs;
        this.name = name;
        this.queue = new SqsMessageQueue<>(sqs, name, new ResultCodec(), result -> Optional.empty());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void open() {
        call(
                "create queue " + name,
                () -> sqs.createQueue(create -> create.queueName(name)
                        .attributes(Map.of(MESSAGE_RETENTION_PERIOD, SHORTEST_RETENTION_SECONDS))));
    }

    @Override
    public void close() {
        call("delete queue " + name, () -> {
            String url = sqs.getQueueUrl(get -> get.queueName(name)).queueUrl();
            return sqs.deleteQueue(delete -> delete.queueUrl(url));
        });
    }

    @Override
    public void send(RecognitionResult message) {
        queue.send(message);
    }

    @Override
    public List<Lease<RecognitionResult>> receive(int atMost, Duration wait) {
        return queue.receive(atMost, wait);
    }

    @Override
    public Backlog backlog() {
        return queue.backlog();
    }
}
