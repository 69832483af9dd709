package dev.elasticrecognition.systemtests;

import dev.elasticrecognition.testkit.LocalCloud;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A test's own way into the local cloud, past front end and worker. */
final class Cloud {

    private Cloud() {}

    static S3Client s3(LocalCloud cloud) {
        return S3Client.builder()
                .endpointOverride(cloud.s3())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials(cloud))
                .build();
    }

    static SqsClient sqs(LocalCloud cloud) {
        return SqsClient.builder()
                .endpointOverride(cloud.sqs())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials(cloud))
                .build();
    }

    /** How many messages a queue has, visible or in flight. */
    static int messages(SqsClient sqs, String queue) {
        String url = sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
        return sqs
                .getQueueAttributes(get -> get.queueUrl(url)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private static AwsCredentialsProvider credentials(LocalCloud cloud) {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(cloud.accessKeyId(), cloud.secretAccessKey()));
    }
}
