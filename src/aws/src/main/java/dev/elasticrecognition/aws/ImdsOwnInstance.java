package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;

import dev.elasticrecognition.domain.fleet.OwnInstance;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.imds.Ec2MetadataClient;

/** This instance, as the instance metadata service (version 2) knows it. It is asked until it has answered once. */
final class ImdsOwnInstance implements OwnInstance, AutoCloseable {

    private static final String ID = "/latest/meta-data/instance-id";

    /** Isn't found until the interruption is announced. */
    private static final String INTERRUPTION = "/latest/meta-data/spot/instance-action";

    /** The service is on the machine itself, or next to it. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Optional<SdkHttpClient> http = Optional.empty();
    private Optional<Ec2MetadataClient> metadata = Optional.empty();
    private Optional<String> id = Optional.empty();

    @Override
    public synchronized String id() {
        if (id.isEmpty()) {
            id = Optional.of(call("ask the instance metadata service for this instance's id", () -> ask(ID)));
        }
        return id.get();
    }

    @Override
    public synchronized boolean isToBeInterrupted() {
        try {
            return !ask(INTERRUPTION).isEmpty();
        } catch (SdkException notFoundOrSilent) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        metadata.ifPresent(Ec2MetadataClient::close);
        http.ifPresent(SdkHttpClient::close);
    }

    private String ask(String path) {
        if (metadata.isEmpty()) {
            http = Optional.of(impatient());
            metadata = Optional.of(Ec2MetadataClient.builder()
                    .httpClient(http.get())
                    .retryPolicy(retry -> retry.numRetries(1))
                    .build());
        }
        return metadata.get().get(path).asString();
    }

    /** The metadata client has no timeouts of its own, so its HTTP client takes silence for a broken connection. */
    private static SdkHttpClient impatient() {
        return AwsCrtHttpClient.builder()
                .maxConcurrency(1)
                .connectionTimeout(PATIENCE)
                .connectionHealthConfiguration(
                        health -> health.minimumThroughputInBps(1L).minimumThroughputTimeout(PATIENCE))
                .build();
    }
}
