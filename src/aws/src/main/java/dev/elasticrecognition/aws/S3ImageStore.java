package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;

import dev.elasticrecognition.domain.recognition.ImageContent;
import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.ImageType;
import dev.elasticrecognition.domain.recognition.OpenImage;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.StoredImage;
import dev.elasticrecognition.domain.recognition.Submission;
import dev.elasticrecognition.domain.recognition.SubmittedImage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The input bucket: each picture is an object whose key is its request's id, with what is known of it as metadata. A
 * picture's tag is its object's entity tag, a digest of the content where S3 doesn't encrypt with a key of KMS.
 */
public final class S3ImageStore implements ImageStore {

    private static final String FILE_NAME = "file-name";
    private static final String SIZE = "size";
    private static final String SHA_256 = "sha256";
    private static final String CLIENT = "client";
    private static final String DEADLINE = "deadline";
    private static final String WITHDRAWN = "withdrawn";

    private final S3Client s3;
    private final S3Keys keys;

    public S3ImageStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.keys = new S3Keys(s3, bucket, "", "");
    }

    @Override
    public StoredImage put(Submission submission, ImageContent content) {
        return put(submission, metadata(submission), content);
    }

    @Override
    public Optional<Submission> find(RequestId id) {
        return call("look for image %s in bucket %s".formatted(id, keys.bucket()), () -> {
            try {
                return Optional.of(submission(
                        id, s3.headObject(head -> head.bucket(keys.bucket()).key(keys.key(id)))));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Optional<byte[]> content(RequestId id) {
        return call("get image %s from bucket %s".formatted(id, keys.bucket()), () -> {
            try {
                ResponseBytes<GetObjectResponse> object =
                        s3.getObjectAsBytes(get -> get.bucket(keys.bucket()).key(keys.key(id)));
                return Optional.of(object)
                        .filter(found -> !found.response().metadata().containsKey(WITHDRAWN))
                        .map(ResponseBytes::asByteArrayUnsafe);
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Optional<OpenImage> open(RequestId id) {
        return call("open image %s in bucket %s".formatted(id, keys.bucket()), () -> {
            try {
                ResponseInputStream<GetObjectResponse> object =
                        s3.getObject(get -> get.bucket(keys.bucket()).key(keys.key(id)));
                if (object.response().metadata().containsKey(WITHDRAWN)) {
                    object.abort();
                    return Optional.empty();
                }
                return Optional.of(new OpenImage(image(object.response()), new S3Content(object)));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void withdraw(Submission submission) {
        Map<String, String> metadata = metadata(submission);
        metadata.put(WITHDRAWN, "true");
        put(submission, metadata, ImageContent.of(new byte[0]));
    }

    @Override
    public List<StoredImage> list(Optional<RequestId> after, int atMost) {
        return keys.list(after, atMost).stream()
                .map(named -> new StoredImage(named.id(), named.object().eTag()))
                .toList();
    }

    private StoredImage put(Submission submission, Map<String, String> metadata, ImageContent content) {
        String mediaType = submission.image().type().mediaType();
        return call(
                "put image %s into bucket %s".formatted(submission.id(), keys.bucket()),
                () -> new StoredImage(
                        submission.id(),
                        s3.putObject(
                                        put -> put.bucket(keys.bucket())
                                                .key(keys.key(submission.id()))
                                                .contentType(mediaType)
                                                .metadata(metadata),
                                        RequestBody.fromContentProvider(content::open, content.size(), mediaType))
                                .eTag()));
    }

    private static Map<String, String> metadata(Submission submission) {
        SubmittedImage image = submission.image();
        Map<String, String> metadata = new HashMap<>();
        metadata.put(FILE_NAME, MetadataText.encode(image.fileName()));
        metadata.put(SIZE, Long.toString(image.size()));
        metadata.put(SHA_256, image.sha256());
        metadata.put(CLIENT, submission.client());
        submission.deadline().ifPresent(deadline -> metadata.put(DEADLINE, deadline.toString()));
        return metadata;
    }

    private static Submission submission(RequestId id, HeadObjectResponse head) {
        Map<String, String> metadata = head.metadata();
        return new Submission(
                id,
                image(metadata, head.contentType(), head.contentLength()),
                metadata.getOrDefault(CLIENT, Submission.UNKNOWN_CLIENT),
                Optional.ofNullable(metadata.get(DEADLINE)).map(Instant::parse));
    }

    private static SubmittedImage image(GetObjectResponse object) {
        return image(object.metadata(), object.contentType(), object.contentLength());
    }

    private static SubmittedImage image(Map<String, String> metadata, String mediaType, long length) {
        return new SubmittedImage(
                MetadataText.decode(metadata.get(FILE_NAME)),
                ImageType.ofMediaType(mediaType),
                Long.parseLong(metadata.getOrDefault(SIZE, Long.toString(length))),
                metadata.get(SHA_256));
    }
}
