package dev.elasticrecognition.localcloud;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.imds.Ec2MetadataClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.internal.util.EC2MetadataUtils;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;

/** A program on an instance, which finds everything out by itself: who it is, where, and with which credentials. */
final class InstanceProbe {

    private InstanceProbe() {}

    /** Arguments: the S3 endpoint, a bucket, and the file for what was found. */
    public static void main(String[] arguments) throws IOException {
        String service = System.getenv("AWS_EC2_METADATA_SERVICE_ENDPOINT");
        Properties found = new Properties();
        found.setProperty("id", EC2MetadataUtils.getInstanceId());
        Region region = new DefaultAwsRegionProviderChain().getRegion();
        found.setProperty("region", region.id());
        try (Ec2MetadataClient metadata =
                Ec2MetadataClient.builder().endpoint(URI.create(service)).build()) {
            found.setProperty(
                    "tag", metadata.get("/latest/meta-data/tags/instance/Name").asString());
            found.setProperty(
                    "zone",
                    metadata.get("/latest/meta-data/placement/availability-zone")
                            .asString());
            found.setProperty(
                    "identity",
                    metadata.get("/latest/dynamic/instance-identity/document").asString());
        }
        found.setProperty("without token", Integer.toString(status(service + "/latest/meta-data/instance-id")));
        store(arguments[0], arguments[1], region, found);
        Path file = Path.of(arguments[2]);
        Path unfinished = file.resolveSibling("unfinished");
        try (var writer = Files.newBufferedWriter(unfinished)) {
            found.store(writer, null);
        }
        Files.move(unfinished, file);
    }

    private static void store(String endpoint, String bucket, Region region, Properties found) {
        try (DefaultCredentialsProvider provider =
                        DefaultCredentialsProvider.builder().build();
                S3Client s3 = S3Client.builder()
                        .endpointOverride(URI.create(endpoint))
                        .forcePathStyle(true)
                        .region(region)
                        .credentialsProvider(provider)
                        .build()) {
            AwsCredentials credentials = provider.resolveCredentials();
            found.setProperty("credentials", credentials.getClass().getSimpleName());
            s3.putObject(request -> request.bucket(bucket).key("from the instance"), RequestBody.fromString("hello"));
        }
    }

    private static int status(String address) throws IOException {
        return ((HttpURLConnection) URI.create(address).toURL().openConnection()).getResponseCode();
    }
}
