package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;

import dev.elasticrecognition.domain.fleet.OwnInstance;
import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.imds.Ec2MetadataClient;

/** This instance, as the instance metadata service (version 2) knows it. It is asked until it has answered once. */
final class ImdsOwnInstance implements OwnInstance {

    private static final String PATH = "/latest/meta-data/instance-id";

    /** The service is on the machine itself, or next to it. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private volatile String id;

    @Override
    public String id() {
        String known = id;
        if (known == null) {
            known = call("ask the instance metadata service for this instance's id", ImdsOwnInstance::ask);
            id = known;
        }
        return known;
    }

    private static String ask() {
        try (SdkHttpClient http = impatient();
                Ec2MetadataClient metadata = Ec2MetadataClient.builder()
                        .httpClient(http)
                        .retryPolicy(retry -> retry.numRetries(1))
                        .build()) {
            return metadata.get(PATH).asString();
        }
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
