package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.parts.Part;
import dev.elasticrecognition.domain.parts.Part.State;
import dev.elasticrecognition.domain.parts.Parts;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.ec2.model.Ec2Request;
import software.amazon.awssdk.services.s3.model.S3Request;
import software.amazon.awssdk.services.sqs.model.SqsRequest;

/**
 * Watches all calls to AWS, and so knows how buckets, queues and EC2 are without asking any of them. A refusal is an answer,
 * too: that an object isn't there, or that EC2 has no capacity left, says that they are well.
 */
final class WatchedCalls implements ExecutionInterceptor, Parts {

    private static final String INPUT = "input-bucket";
    private static final String OUTPUT = "output-bucket";
    private static final String CONTROL = "control-bucket";
    private static final String REQUESTS = "request-queue";
    private static final String DEAD_LETTERS = "dead-letter-queue";
    private static final String RESPONSES = "response-queue";
    private static final String EC2 = "ec2";
    private static final List<String> ALL = List.of(INPUT, OUTPUT, CONTROL, REQUESTS, DEAD_LETTERS, RESPONSES, EC2);

    private static final Set<String> MISSING =
            Set.of("NoSuchBucket", "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue");
    private static final Set<String> NO_CAPACITY = Set.of("InsufficientInstanceCapacity", "InsufficientHostCapacity");
    private static final Set<Integer> NOT_ALLOWED = Set.of(401, 403);
    private static final int SERVER_ERROR = 500;

    private final AwsSettings settings;
    private final InstantSource clock;
    private final Map<String, Part> known = new ConcurrentHashMap<>();

    WatchedCalls(AwsSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Part> all() {
        return ALL.stream()
                .map(name -> known.getOrDefault(
                        name,
                        new Part(
                                name,
                                State.UNKNOWN,
                                Optional.empty(),
                                name.equals(DEAD_LETTERS)
                                        ? "The leader looks after it; this front end hasn't called it."
                                        : "This front end hasn't called it yet.")))
                .toList();
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        part(context.request()).ifPresent(name -> note(name, State.OK, "It answers."));
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        part(context.request()).ifPresent(name -> failed(name, context.exception()));
    }

    private void failed(String name, Throwable failure) {
        if (isAnswer(failure)) {
            note(name, State.OK, "It answers.");
        } else if (!isNobodysFault(name, failure)) {
            note(name, State.FAILING, "The last call failed: " + failure.getMessage());
        }
    }

    private void note(String name, State state, String sentence) {
        known.compute(name, (same, before) -> {
            if (before == null || before.state() != state) {
                return new Part(name, state, Optional.of(clock.instant()), sentence);
            }
            return before.sentence().equals(sentence) ? before : new Part(name, state, before.since(), sentence);
        });
    }

    /** Another front end's response queue goes when that front end does; and calls are broken off when this process ends. */
    private static boolean isNobodysFault(String name, Throwable failure) {
        return failure instanceof AbortedException
                || (name.equals(RESPONSES)
                        && failure instanceof AwsServiceException refusal
                        && MISSING.contains(code(refusal)));
    }

    private static boolean isAnswer(Throwable failure) {
        return failure instanceof AwsServiceException refusal
                && !refusal.isThrottlingException()
                && !MISSING.contains(code(refusal))
                && !NOT_ALLOWED.contains(refusal.statusCode())
                && (refusal.statusCode() < SERVER_ERROR || NO_CAPACITY.contains(code(refusal)));
    }

    private static String code(AwsServiceException refusal) {
        return Optional.ofNullable(refusal.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
    }

    private Optional<String> part(SdkRequest request) {
        if (request instanceof S3Request) {
            return request.getValueForField("Bucket", String.class).map(this::bucket);
        }
        if (request instanceof SqsRequest) {
            return request.getValueForField("QueueUrl", String.class)
                    .or(() -> request.getValueForField("QueueName", String.class))
                    .map(url -> queue(url.substring(url.lastIndexOf('/') + 1)));
        }
        return request instanceof Ec2Request ? Optional.of(EC2) : Optional.empty();
    }

    /** Null for a bucket that isn't ours. */
    private String bucket(String name) {
        return Map.of(settings.inputBucket(), INPUT, settings.outputBucket(), OUTPUT, settings.controlBucket(), CONTROL)
                .get(name);
    }

    private String queue(String name) {
        if (Objects.equals(name, settings.requestQueue())) {
            return REQUESTS;
        }
        if (Objects.equals(name, settings.deadLetterQueue())) {
            return DEAD_LETTERS;
        }
        return name.startsWith(settings.responseQueuePrefix()) ? RESPONSES : null;
    }
}
