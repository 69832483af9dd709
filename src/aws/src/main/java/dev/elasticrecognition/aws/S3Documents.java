package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;

import dev.elasticrecognition.domain.fleet.SharedDocument.Version;
import dev.elasticrecognition.domain.messaging.Unavailable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** JSON objects of one kind in a bucket. */
final class S3Documents<T extends Record> {

    /** The last one is the answer to a write over an object that has been deleted. */
    private static final Set<String> CONDITION_FAILED =
            Set.of("PreconditionFailed", "ConditionalRequestConflict", "NoSuchKey");

    private final S3Client s3;
    private final String bucket;
    private final Codec<T> codec;

    S3Documents(S3Client s3, String bucket, Class<T> type) {
        this.s3 = s3;
        this.bucket = bucket;
        this.codec = new RecordCodec<>(type);
    }

    /**
     * What an object says, with its entity tag.
     *
     * @throws Unavailable if it says nothing that is understood here: what it says is unknown then, and it isn't absent
     */
    Optional<Version<T>> find(String key) {
        return call("get object %s from bucket %s".formatted(key, bucket), () -> {
            try {
                ResponseBytes<GetObjectResponse> object =
                        s3.getObjectAsBytes(get -> get.bucket(bucket).key(key));
                return Optional.of(new Version<>(
                        read(key, object.asUtf8String()), object.response().eTag()));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    void put(String key, T value) {
        call("put object %s into bucket %s".formatted(key, bucket), () -> send(key, value, put -> {}));
    }

    /**
     * Writes an object under a condition.
     *
     * @return what was written; empty if the condition doesn't hold, or others write at the same moment
     */
    Optional<Version<T>> putIf(Consumer<PutObjectRequest.Builder> condition, String key, T value) {
        return call("put object %s into bucket %s".formatted(key, bucket), () -> {
            try {
                return Optional.of(
                        new Version<>(value, send(key, value, condition).eTag()));
            } catch (S3Exception e) {
                if (!CONDITION_FAILED.contains(
                        Objects.toString(e.awsErrorDetails().errorCode(), ""))) {
                    throw e;
                }
                return Optional.empty();
            }
        });
    }

    void delete(String key) {
        call(
                "delete object %s from bucket %s".formatted(key, bucket),
                () -> s3.deleteObject(delete -> delete.bucket(bucket).key(key)));
    }

    /** Deletes the objects of a folder that were written before a time. */
    void deleteBefore(JsonFolder folder, Instant time) {
        old(folder.prefix(), time).forEach(this::delete);
    }

    private List<String> old(String prefix, Instant time) {
        return call(
                "list the objects %s* of bucket %s".formatted(prefix, bucket),
                () -> s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                        .filter(object -> object.lastModified().isBefore(time))
                        .map(S3Object::key)
                        .toList());
    }

    private PutObjectResponse send(String key, T value, Consumer<PutObjectRequest.Builder> condition) {
        return s3.putObject(
                put -> condition.accept(put.bucket(bucket).key(key).contentType("application/json")),
                RequestBody.fromString(codec.write(value)));
    }

    private T read(String key, String text) {
        try {
            return codec.read(text);
        } catch (UnreadableDocument e) {
            throw new Unavailable("understand object %s of bucket %s".formatted(key, bucket), e);
        }
    }
}
