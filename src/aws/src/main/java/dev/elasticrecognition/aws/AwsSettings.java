package dev.elasticrecognition.aws;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names and limits of what the product owns in the cloud. The keys are those of {@link AwsBeans}.
 *
 * @param inputBucket holds the pictures
 * @param outputBucket holds one JSON object for each answered request
 * @param controlBucket holds what front ends and workers tell one another of the fleet
 * @param requestQueue carries the requests to the workers
 * @param deadLetterQueue takes what was received too often
 * @param responseQueuePrefix begins the name of each front end's own response queue
 * @param visibilityTimeout how long a received message is leased, 1 s to 12 h
 * @param maxReceives after how many deliveries a message is dead, 1 to 1000
 */
public record AwsSettings(
        String inputBucket,
        String outputBucket,
        String controlBucket,
        String requestQueue,
        String deadLetterQueue,
        String responseQueuePrefix,
        Duration visibilityTimeout,
        int maxReceives) {

    static final String INPUT_BUCKET = "elastic.bucket.input";
    static final String OUTPUT_BUCKET = "elastic.bucket.output";
    static final String CONTROL_BUCKET = "elastic.bucket.control";
    static final String REQUEST_QUEUE = "elastic.queue.requests";
    static final String DEAD_LETTER_QUEUE = "elastic.queue.dead-letters";
    static final String RESPONSE_QUEUE_PREFIX = "elastic.queue.response-prefix";
    static final String VISIBILITY_TIMEOUT = "elastic.queue.visibility-timeout";
    static final String MAX_RECEIVES = "elastic.queue.max-receives";

    private static final String BUCKET = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";

    public AwsSettings {
        requireName(INPUT_BUCKET, inputBucket, BUCKET);
        requireName(OUTPUT_BUCKET, outputBucket, BUCKET);
        requireName(CONTROL_BUCKET, controlBucket, BUCKET);
        requireName(REQUEST_QUEUE, requestQueue, "[A-Za-z0-9_-]{1,80}");
        requireName(DEAD_LETTER_QUEUE, deadLetterQueue, "[A-Za-z0-9_-]{1,80}");
        requireName(RESPONSE_QUEUE_PREFIX, responseQueuePrefix, "[A-Za-z0-9_-]{1,40}");
        if (visibilityTimeout.toSeconds() < 1 || visibilityTimeout.toHours() > 12) {
            throw new IllegalArgumentException(
                    "%s must be PT1S to PT12H, not %s".formatted(VISIBILITY_TIMEOUT, visibilityTimeout));
        }
        if (maxReceives < 1 || maxReceives > 1000) {
            throw new IllegalArgumentException("%s must be 1 to 1000, not %d".formatted(MAX_RECEIVES, maxReceives));
        }
    }

    /** These settings as environment variables, as MicroProfile Config maps its keys, for a worker to start with. */
    Map<String, String> asEnvironment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put(variable(INPUT_BUCKET), inputBucket);
        environment.put(variable(OUTPUT_BUCKET), outputBucket);
        environment.put(variable(CONTROL_BUCKET), controlBucket);
        environment.put(variable(REQUEST_QUEUE), requestQueue);
        environment.put(variable(DEAD_LETTER_QUEUE), deadLetterQueue);
        environment.put(variable(RESPONSE_QUEUE_PREFIX), responseQueuePrefix);
        environment.put(variable(VISIBILITY_TIMEOUT), visibilityTimeout.toString());
        environment.put(variable(MAX_RECEIVES), Integer.toString(maxReceives));
        return environment;
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(java.util.Locale.ROOT);
    }

    private static void requireName(String key, String name, String pattern) {
        if (!name.matches(pattern)) {
            throw new IllegalArgumentException("%s must match %s, unlike '%s'".formatted(key, pattern, name));
        }
    }
}
