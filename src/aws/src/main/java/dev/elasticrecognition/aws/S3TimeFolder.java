package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;

import dev.elasticrecognition.domain.fleet.SharedDocument.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A folder of objects that are ordered by time, {@code folder/<time>-<id>.json}. The time counts down, in milliseconds, so
 * that S3, which lists keys in their order, lists the newest first.
 *
 * @param <T> what an object says
 */
final class S3TimeFolder<T extends Record> {

    /** The most that one listing gives. */
    static final int MOST = 1000;

    private final S3Client s3;
    private final String bucket;
    private final JsonFolder folder;
    private final S3Documents<T> documents;

    S3TimeFolder(S3Client s3, String bucket, String prefix, Class<T> type) {
        this.s3 = s3;
        this.bucket = bucket;
        this.folder = new JsonFolder(prefix);
        this.documents = new S3Documents<>(s3, bucket, type);
    }

    void add(Instant at, String id, T value) {
        documents.put(folder.key(countdown(at) + id), value);
    }

    /** Adds an object, unless it is there already. */
    void addOnce(Instant at, String id, T value) {
        documents.putIf(put -> put.ifNoneMatch("*"), folder.key(countdown(at) + id), value);
    }

    /**
     * A page of what is there, newest first.
     *
     * @param cursor the last page's {@linkplain Names#cursor cursor}; empty to begin with the newest
     * @param limit 1 to {@link #MOST}
     */
    Names names(Optional<String> cursor, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page has 1 to %d entries, not %d".formatted(MOST, limit));
        }
        ListObjectsV2Response listed = list(cursor.map(folder::key).orElse(folder.prefix()), limit);
        List<String> names = listed.contents().stream()
                .map(object -> folder.name(object.key()))
                .toList();
        return new Names(names, listed.isTruncated() ? Optional.of(names.get(names.size() - 1)) : Optional.empty());
    }

    /**
     * The same of a time only.
     *
     * @param from at or after this instant, to the millisecond
     * @param to before this one
     */
    Names names(Optional<Instant> from, Optional<Instant> to, Optional<String> cursor, int limit) {
        Names listed = names(cursor.or(() -> to.map(end -> countdown(end.minusMillis(1)))), limit);
        List<String> wanted = listed.names().stream()
                .filter(name -> from.map(start -> start.truncatedTo(ChronoUnit.MILLIS))
                        .filter(time(name)::isBefore)
                        .isEmpty())
                .toList();
        return new Names(wanted, wanted.size() == listed.names().size() ? listed.cursor() : Optional.empty());
    }

    /** What an object says; empty if it has been forgotten meanwhile. */
    Optional<T> find(String name) {
        return documents.find(folder.key(name)).map(Version::value);
    }

    /** All that was added at or after an instant, newest first. */
    List<T> since(Instant start) {
        List<T> found = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        boolean more = true;
        while (more) {
            Names page = names(cursor, MOST);
            List<String> young = page.names().stream()
                    .filter(name -> !time(name).isBefore(start))
                    .toList();
            young.forEach(name -> find(name).ifPresent(found::add));
            cursor = page.cursor();
            more = cursor.isPresent() && young.size() == page.names().size();
        }
        return found;
    }

    /** The time in a name. */
    static Instant time(String name) {
        return Instant.ofEpochMilli(Long.MAX_VALUE - Long.parseLong(name.substring(0, name.indexOf('-'))));
    }

    void forgetBefore(Instant start) {
        String newestToForget = folder.prefix() + countdown(start.minusMillis(1));
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
                "list the objects %s* of bucket %s".formatted(folder.prefix(), bucket),
                () -> s3.listObjectsV2(list -> list.bucket(bucket)
                        .prefix(folder.prefix())
                        .startAfter(after)
                        .maxKeys(limit)));
    }

    private void delete(List<S3Object> objects) {
        List<ObjectIdentifier> keys = objects.stream()
                .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                .toList();
        call("delete old objects %s* from bucket %s".formatted(folder.prefix(), bucket), () -> {
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

    /**
     * A page of names.
     *
     * @param names newest first
     * @param cursor leads to the next page, if there is more
     */
    record Names(List<String> names, Optional<String> cursor) {}
}
