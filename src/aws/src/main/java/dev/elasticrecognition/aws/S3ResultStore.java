package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;

import dev.elasticrecognition.domain.deadletters.GivenUpResults;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Failed;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.ResultStore;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The output bucket: for each answered request one JSON object, the (input, output) pair, under the request's id with
 * the ending {@code .json}. It is written once, which a conditional write ({@code If-None-Match: *}) guards, and taken back,
 * if it isn't final, in the version that was read ({@code If-Match}).
 *
 * <p>The control bucket has an empty object {@code failed/<id>} for each failed request, so that they can be listed. It is
 * written before the result, and removed after it, so that none is missing whenever a process dies.
 */
public final class S3ResultStore implements ResultStore, GivenUpResults {

    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client s3;
    private final S3Keys keys;
    private final S3Keys failed;
    private final Codec<RecognitionResult> codec = new ResultCodec();

    public S3ResultStore(S3Client s3, String outputBucket, String controlBucket) {
        this.s3 = s3;
        this.keys = new S3Keys(s3, outputBucket, "", ".json");
        this.failed = new S3Keys(s3, controlBucket, "failed/", "");
    }

    @Override
    public RecognitionResult putOnce(RecognitionResult result) {
        if (!(result instanceof Failed)) {
            return put(result);
        }
        markFailed(result.id());
        RecognitionResult present = put(result);
        if (!(present instanceof Failed)) {
            unmarkFailed(result.id());
        }
        return present;
    }

    @Override
    public Optional<RecognitionResult> find(RequestId id) {
        return read(id).map(Stored::result);
    }

    @Override
    public Optional<RecognitionResult> reopen(RequestId id) {
        Optional<Stored> present = read(id);
        Optional<RecognitionResult> result = present.map(Stored::result).filter(RecognitionResult::isFinal);
        if (result.isEmpty()) {
            present.ifPresent(givenUp -> delete(id, givenUp.tag()));
            unmarkFailed(id);
        }
        return result;
    }

    @Override
    public List<RequestId> list(Optional<RequestId> after, int atMost) {
        return keys.list(after, atMost).stream().map(S3Keys.Named::id).toList();
    }

    @Override
    public List<RequestId> listFailed(Optional<RequestId> after, int atMost) {
        return failed.list(after, atMost).stream().map(S3Keys.Named::id).toList();
    }

    private Optional<Stored> read(RequestId id) {
        return call("get the result of %s from bucket %s".formatted(id, keys.bucket()), () -> {
            try {
                ResponseBytes<GetObjectResponse> object =
                        s3.getObjectAsBytes(get -> get.bucket(keys.bucket()).key(keys.key(id)));
                return Optional.of(new Stored(
                        codec.read(object.asUtf8String()), object.response().eTag()));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    /** Fails if there is another version by now. */
    private void delete(RequestId id, String tag) {
        call("delete the result of %s from bucket %s".formatted(id, keys.bucket()), () -> {
            try {
                return s3.deleteObject(
                        delete -> delete.bucket(keys.bucket()).key(keys.key(id)).ifMatch(tag));
            } catch (S3Exception e) {
                if (e.statusCode() != NOT_FOUND) {
                    throw e;
                }
                return null;
            }
        });
    }

    private RecognitionResult put(RecognitionResult result) {
        return call("put the result of %s into bucket %s".formatted(result.id(), keys.bucket()), () -> {
            try {
                s3.putObject(
                        put -> put.bucket(keys.bucket())
                                .key(keys.key(result.id()))
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

    private void markFailed(RequestId id) {
        call(
                "mark %s as failed in bucket %s".formatted(id, failed.bucket()),
                () -> s3.putObject(put -> put.bucket(failed.bucket()).key(failed.key(id)), RequestBody.empty()));
    }

    private void unmarkFailed(RequestId id) {
        call(
                "unmark %s in bucket %s".formatted(id, failed.bucket()),
                () -> s3.deleteObject(delete -> delete.bucket(failed.bucket()).key(failed.key(id))));
    }

    private record Stored(RecognitionResult result, String tag) {}
}
