package dev.elasticrecognition.chaos.system;

import dev.elasticrecognition.client.local.DataDirectory;
import dev.elasticrecognition.client.local.Ports;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The buckets and queues themselves, past front end, workers and detours. */
public final class Stores implements AutoCloseable {

    private final S3Client s3;
    private final SqsClient sqs;
    private final String accessKeyId;
    private final String secretAccessKey;

    /** @param data of a local system that runs */
    Stores(DataDirectory data, Ports ports) throws IOException {
        Properties credentials = new Properties();
        try (Reader file = Files.newBufferedReader(data.credentials())) {
            credentials.load(file);
        }
        accessKeyId = credentials.getProperty("aws_access_key_id");
        secretAccessKey = credentials.getProperty("aws_secret_access_key");
        var provider = StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretAccessKey));
        s3 = S3Client.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + ports.s3()))
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(provider)
                .build();
        sqs = SqsClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + ports.sqs()))
                .region(Region.US_EAST_1)
                .credentialsProvider(provider)
                .build();
    }

    /** The access key, as HTTP basic authentication takes it. */
    public String accessKey() {
        return accessKeyId + ":" + secretAccessKey;
    }

    /** The ids under which there are pictures. */
    public Set<String> pictures() {
        return keys("elastic-input", "");
    }

    /** What lies where only results should: {@code <id>.json} each. */
    public Set<String> results() {
        return keys("elastic-output", "");
    }

    /** A result's JSON. */
    public String result(String key) {
        return s3.getObjectAsBytes(get -> get.bucket("elastic-output").key(key)).asUtf8String();
    }

    /** How many requests were given up and wait for an operator. */
    public int deadLetters() {
        return keys("elastic-control", "dead/").size();
    }

    /** How many messages a queue has, visible or not. */
    public int messages(String queue) {
        String url = sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
        return sqs
                .getQueueAttributes(get -> get.queueUrl(url)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    /**
     * Sends a request another time, as a queue may deliver it twice.
     *
     * @return whether there still was a picture
     */
    public boolean sendAgain(String id) {
        try {
            var picture = s3.headObject(head -> head.bucket("elastic-input").key(id));
            String url =
                    sqs.getQueueUrl(get -> get.queueName("elastic-requests")).queueUrl();
            String message = """
                    {"version": 1, "replyTo": "%s", "image": {"key": "%s", "fileName": "%s", "type": "%s", "size": %d, "sha256": "%s"}}""".formatted(
                            responseQueue(),
                            id,
                            picture.metadata().get("file-name"),
                            picture.contentType(),
                            picture.contentLength(),
                            picture.metadata().get("sha256"));
            sqs.sendMessage(send -> send.queueUrl(url).messageBody(message));
            return true;
        } catch (NoSuchKeyException removed) {
            return false;
        }
    }

    @Override
    public void close() {
        s3.close();
        sqs.close();
    }

    /** That of some front end. */
    private String responseQueue() {
        return sqs.listQueues(list -> list.queueNamePrefix("elastic-responses-")).queueUrls().stream()
                .map(url -> url.substring(url.lastIndexOf('/') + 1))
                .findFirst()
                .orElse("nobody");
    }

    private Set<String> keys(String bucket, String prefix) {
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .collect(Collectors.toSet());
    }
}
