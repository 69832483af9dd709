package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;

import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.ResultStore;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The output bucket: for each answered request one JSON object, the (input, output) pair, under the request's id with
 * the ending {@code .json}. It is written once, which a conditional write ({@code If-None-Match: *}) guards.
 */
public final class S3ResultStore implements ResultStore {

    private static final int PRECONDITION_FAILED = 412;

    private final S3Client s3;
    private final String bucket;
    private final Codec<RecognitionResult> codec = new ResultCodec();

    public S3ResultStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public RecognitionResult putOnce(RecognitionResult result) {
        return call("put the result of %s into bucket %s".formatted(result.id(), bucket), () -> {
            try {
                s3.putObject(
                        put -> put.bucket(bucket)
                                .key(key(result.id()))
                                .contentType("application/json")
                                .ifNoneMatch("*"),
                        RequestBody.fromString(codec.write(result)));
                return result;
            } catch (S3Exception e) {
                if (e.statusCode() != PRECONDITION_FAILED) {
                    throw e;
                }
                return find(result.id()).orElseThrow(() -> e);
            }
        });
    }

    @Override
    public Optional<RecognitionResult> find(RequestId id) {
        return call("get the result of %s from bucket %s".formatted(id, bucket), () -> {
            try {
                return Optional.of(
                        codec.read(s3.getObjectAsBytes(get -> get.bucket(bucket).key(key(id)))
                                .asUtf8String()));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    private static String key(RequestId id) {
        return id + ".json";
    }
}
