package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.MESSAGE_RETENTION_PERIOD;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.QUEUE_ARN;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.REDRIVE_POLICY;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.VISIBILITY_TIMEOUT;

import dev.elasticrecognition.domain.recognition.Foundation;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The three buckets, the request queue and its dead-letter queue. */
public final class AwsFoundation implements Foundation {

    /** The longest that SQS keeps a message. */
    private static final Duration RETENTION = Duration.ofDays(14);

    private final S3Client s3;
    private final SqsClient sqs;
    private final AwsSettings settings;

    public AwsFoundation(S3Client s3, SqsClient sqs, AwsSettings settings) {
        this.s3 = s3;
        this.sqs = sqs;
        this.settings = settings;
    }

    @Override
    public void lay() {
        layBucket(settings.inputBucket());
        layBucket(settings.outputBucket());
        layBucket(settings.controlBucket());
        String retention = Long.toString(RETENTION.toSeconds());
        String deadLetters = layQueue(settings.deadLetterQueue(), Map.of(MESSAGE_RETENTION_PERIOD, retention));
        layQueue(
                settings.requestQueue(),
                Map.of(
                        MESSAGE_RETENTION_PERIOD,
                        retention,
                        VISIBILITY_TIMEOUT,
                        Long.toString(settings.visibilityTimeout().toSeconds()),
                        REDRIVE_POLICY,
                        redriveTo(deadLetters)));
    }

    private void layBucket(String bucket) {
        call("create bucket " + bucket, () -> {
            try {
                return s3.headBucket(head -> head.bucket(bucket));
            } catch (NoSuchBucketException missing) {
                return createBucket(bucket);
            }
        });
    }

    private Object createBucket(String bucket) {
        try {
            return s3.createBucket(create -> create.bucket(bucket));
        } catch (BucketAlreadyOwnedByYouException anotherWasFaster) {
            return bucket;
        }
    }

    private String layQueue(String name, Map<QueueAttributeName, String> attributes) {
        return call("create queue " + name, () -> {
            try {
                return sqs.getQueueUrl(get -> get.queueName(name)).queueUrl();
            } catch (SqsException e) {
                if (!SqsErrors.isNoSuchQueue(e)) {
                    throw e;
                }
                return sqs.createQueue(create -> create.queueName(name).attributes(attributes))
                        .queueUrl();
            }
        });
    }

    private String redriveTo(String deadLetterUrl) {
        String arn = call(
                "ask for the name of queue " + settings.deadLetterQueue(),
                () -> sqs.getQueueAttributes(get -> get.queueUrl(deadLetterUrl).attributeNames(QUEUE_ARN))
                        .attributes()
                        .get(QUEUE_ARN));
        return "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}".formatted(arn, settings.maxReceives());
    }
}
