package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;

import dev.elasticrecognition.domain.fleet.DecisionLog;
import dev.elasticrecognition.domain.fleet.DecisionRecord;
import dev.elasticrecognition.domain.fleet.SharedDocument.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Decisions as objects {@code decisions/<time>-<id>.json}. The time counts down, in milliseconds, so that S3, which lists
 * keys in their order, lists the newest first. A cursor is the name of the last object of its page.
 */
final class S3DecisionLog implements DecisionLog {

    private static final JsonFolder FOLDER = new JsonFolder("decisions/");
    private static final int MOST = 1000;

    private final S3Client s3;
    private final String bucket;
    private final S3Documents<DecisionRecord> documents;

    S3DecisionLog(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
        this.documents = new S3Documents<>(s3, bucket, DecisionRecord.class);
    }

    @Override
    public void add(DecisionRecord decision) {
        documents.put(FOLDER.key(countdown(decision.observation().at()) + decision.id()), decision);
    }

    @Override
    public Page page(Optional<String> cursor, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page has 1 to %d decisions, not %d".formatted(MOST, limit));
        }
        ListObjectsV2Response listed = list(cursor.map(FOLDER::key).orElse(FOLDER.prefix()), limit);
        List<String> keys = listed.contents().stream().map(S3Object::key).toList();
        return new Page(
                keys.stream()
                        .map(documents::find)
                        .flatMap(Optional::stream)
                        .map(Version::value)
                        .toList(),
                listed.isTruncated() ? Optional.of(FOLDER.name(keys.get(keys.size() - 1))) : Optional.empty());
    }

    @Override
    public void forgetBefore(Instant start) {
        String newestToForget = FOLDER.prefix() + countdown(start.minusMillis(1));
        ListObjectsV2Response listed;
        do {
            listed = list(newestToForget, MOST);
            if (listed.hasContents()) {
                delete(listed.contents());
            }
        } while (listed.isTruncated());
    }

    private ListObjectsV2Response list(String after, int limit) {
        return call(
                "list the decisions in bucket " + bucket,
                () -> s3.listObjectsV2(list -> list.bucket(bucket)
                        .prefix(FOLDER.prefix())
                        .startAfter(after)
                        .maxKeys(limit)));
    }

    private void delete(List<S3Object> objects) {
        List<ObjectIdentifier> keys = objects.stream()
                .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                .toList();
        call("delete old decisions from bucket " + bucket, () -> {
            DeleteObjectsResponse answer = s3.deleteObjects(delete ->
                    delete.bucket(bucket).delete(all -> all.objects(keys).quiet(true)));
            answer.errors().stream().findFirst().ifPresent(error -> {
                throw S3Exception.builder()
                        .message("%s: %s".formatted(error.key(), error.message()))
                        .build();
            });
            return answer;
        });
    }

    private static String countdown(Instant time) {
        return "%019d-".formatted(Long.MAX_VALUE - time.toEpochMilli());
    }
}
