package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.deadletters.GivenUpResults;
import dev.elasticrecognition.domain.fleet.OwnInstance;
import dev.elasticrecognition.domain.messaging.MessageQueue;
import dev.elasticrecognition.domain.recognition.Foundation;
import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.ResponseQueue;
import dev.elasticrecognition.domain.recognition.ResponseQueues;
import dev.elasticrecognition.domain.recognition.Responses;
import dev.elasticrecognition.domain.recognition.ResultStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.crt.CRT;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Makes the stores and queues from the settings; the settings are read here and nowhere else. The SDK's clients are
 * singletons without a proxy: a proxy would load the thousands of classes that their methods name.
 */
@ApplicationScoped
public class AwsBeans {

    /** Long polls hold a connection each for up to 20 s, so there are enough for them and for everything else. */
    private static final int CONNECTIONS = 128;

    /** Ten workings of a message, so that a busy worker's deletions fill a call. */
    private static final Duration DELETION_LINGER = Duration.ofMillis(100);

    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Longer than the longest long poll. */
    private static final Duration ATTEMPT = Duration.ofSeconds(30);

    private static final Duration ALL_ATTEMPTS = Duration.ofSeconds(60);

    @Produces
    @Singleton
    AwsSettings settings(
            @ConfigProperty(name = AwsSettings.INPUT_BUCKET) String inputBucket,
            @ConfigProperty(name = AwsSettings.OUTPUT_BUCKET) String outputBucket,
            @ConfigProperty(name = AwsSettings.CONTROL_BUCKET) String controlBucket,
            @ConfigProperty(name = AwsSettings.REQUEST_QUEUE) String requestQueue,
            @ConfigProperty(name = AwsSettings.DEAD_LETTER_QUEUE) String deadLetterQueue,
            @ConfigProperty(name = AwsSettings.RESPONSE_QUEUE_PREFIX) String responseQueuePrefix,
            @ConfigProperty(name = AwsSettings.VISIBILITY_TIMEOUT) Duration visibilityTimeout,
            @ConfigProperty(name = AwsSettings.MAX_RECEIVES) int maxReceives) {
        return new AwsSettings(
                inputBucket,
                outputBucket,
                controlBucket,
                requestQueue,
                deadLetterQueue,
                responseQueuePrefix,
                visibilityTimeout,
                maxReceives);
    }

    /** The client's runtime would cease to answer as soon as the process is told to end, when work is still finished. */
    @Produces
    @Singleton
    SdkHttpClient http() {
        CRT.acquireShutdownRef();
        return AwsCrtHttpClient.builder()
                .maxConcurrency(CONNECTIONS)
                .connectionTimeout(CONNECT)
                .build();
    }

    void close(@Disposes SdkHttpClient http) {
        http.close();
        CRT.releaseShutdownRef();
    }

    @Produces
    @Singleton
    WatchedCalls watchedCalls(AwsSettings settings) {
        return new WatchedCalls(settings, InstantSource.system());
    }

    @Produces
    @Singleton
    S3Client s3(SdkHttpClient http, WatchedCalls watched) {
        return S3Client.builder()
                .httpClient(http)
                .overrideConfiguration(bounded -> bounded.apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(ALL_ATTEMPTS)
                        .addExecutionInterceptor(watched))
                .build();
    }

    void close(@Disposes S3Client s3) {
        s3.close();
    }

    @Produces
    @Singleton
    SqsClient sqs(SdkHttpClient http, WatchedCalls watched) {
        return SqsClient.builder()
                .httpClient(http)
                .overrideConfiguration(bounded -> bounded.apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(ALL_ATTEMPTS)
                        .addExecutionInterceptor(watched))
                .build();
    }

    void close(@Disposes SqsClient sqs) {
        sqs.close();
    }

    @Produces
    @ApplicationScoped
    Foundation foundation(S3Client s3, SqsClient sqs, AwsSettings settings) {
        return new AwsFoundation(s3, sqs, settings);
    }

    @Produces
    @ApplicationScoped
    ImageStore images(S3Client s3, AwsSettings settings) {
        return new S3ImageStore(s3, settings.inputBucket());
    }

    @Produces
    @ApplicationScoped
    ResultStore results(S3Client s3, AwsSettings settings) {
        return new S3ResultStore(s3, settings.outputBucket(), settings.controlBucket());
    }

    @Produces
    @ApplicationScoped
    GivenUpResults givenUpResults(S3Client s3, AwsSettings settings) {
        return new S3ResultStore(s3, settings.outputBucket(), settings.controlBucket());
    }

    @Produces
    @ApplicationScoped
    MessageQueue<RecognitionRequest> requests(SqsClient sqs, AwsSettings settings) {
        return new SqsMessageQueue<>(
                sqs,
                settings.requestQueue(),
                new RequestCodec(),
                request -> Optional.of(request.submission().client()),
                DELETION_LINGER);
    }

    @Produces
    @ApplicationScoped
    MessageQueue<Optional<RecognitionRequest>> deadLetterQueue(SqsClient sqs, AwsSettings settings) {
        return new SqsMessageQueue<>(
                sqs, settings.deadLetterQueue(), new DeadLetterCodec(), request -> Optional.empty());
    }

    @Produces
    @ApplicationScoped
    Responses responses(SqsClient sqs) {
        return new SqsResponses(sqs);
    }

    /** A front end that starts again is a new one: what was on its old queue is in the output bucket. */
    @Produces
    @ApplicationScoped
    ResponseQueue responseQueue(SqsClient sqs, AwsSettings settings) {
        return new SqsResponseQueue(sqs, settings.responseQueuePrefix() + UUID.randomUUID());
    }

    @Produces
    @ApplicationScoped
    ResponseQueues responseQueues(SqsClient sqs, AwsSettings settings) {
        return new SqsResponseQueues(sqs, settings.responseQueuePrefix());
    }

    @Produces
    @Singleton
    OwnInstance ownInstance() {
        return new ImdsOwnInstance();
    }

    void close(@Disposes OwnInstance ownInstance) {
        if (ownInstance instanceof ImdsOwnInstance asked) {
            asked.close();
        }
    }
}
