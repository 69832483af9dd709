package dev.elasticrecognition.aws;

import software.amazon.awssdk.services.sqs.SqsClient;

/** A queue's URL, asked for by name when it is first needed and then remembered. */
final class QueueUrl {

    private final SqsClient sqs;
    private final String name;
    private volatile String url;

    QueueUrl(SqsClient sqs, String name) {
        this.sqs = sqs;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Asks SQS at the first call; two first calls at once ask twice and learn the same. */
    String get() {
        String known = url;
        if (known == null) {
            known = sqs.getQueueUrl(get -> get.queueName(name)).queueUrl();
            url = known;
        }
        return known;
    }
}
