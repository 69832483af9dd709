package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;

import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.ImageType;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.SubmittedImage;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The input bucket: each picture is an object whose key is its request's id, with what is known of it as metadata. */
public final class S3ImageStore implements ImageStore {

    private static final String FILE_NAME = "file-name";
    private static final String SHA_256 = "sha256";

    private final S3Client s3;
    private final String bucket;

    public S3ImageStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void put(RequestId id, SubmittedImage image, byte[] content) {
        call(
                "put image %s into bucket %s".formatted(id, bucket),
                () -> s3.putObject(
                        put -> put.bucket(bucket)
                                .key(id.value())
                                .contentType(image.type().mediaType())
                                .metadata(Map.of(
                                        FILE_NAME, MetadataText.encode(image.fileName()), SHA_256, image.sha256())),
                        RequestBody.fromBytes(content)));
    }

    @Override
    public Optional<SubmittedImage> find(RequestId id) {
        return call("look for image %s in bucket %s".formatted(id, bucket), () -> {
            try {
                return Optional.of(
                        described(s3.headObject(head -> head.bucket(bucket).key(id.value()))));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Optional<byte[]> content(RequestId id) {
        return call("get image %s from bucket %s".formatted(id, bucket), () -> {
            try {
                return Optional.of(s3.getObjectAsBytes(get -> get.bucket(bucket).key(id.value()))
                        .asByteArrayUnsafe());
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    private static SubmittedImage described(HeadObjectResponse head) {
        return new SubmittedImage(
                MetadataText.decode(head.metadata().get(FILE_NAME)),
                ImageType.ofMediaType(head.contentType()),
                head.contentLength(),
                head.metadata().get(SHA_256));
    }
}
