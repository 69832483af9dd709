package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;

import dev.elasticrecognition.domain.recognition.RequestId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects that are named after requests: between a prefix and a suffix each key has a request's id. S3 lists keys in their
 * order, which is newest first for ids. Objects with other names are passed over.
 */
record S3Keys(S3Client s3, String bucket, String prefix, String suffix) {

    private static final int MOST = 1000;

    String key(RequestId id) {
        return prefix + id + suffix;
    }

    /** Lists as many as there are after the given one, but no more than asked for. */
    List<Named> list(Optional<RequestId> after, int atMost) {
        if (atMost < 1 || atMost > MOST) {
            throw new IllegalArgumentException("A listing has 1 to %d requests, not %d".formatted(MOST, atMost));
        }
        List<Named> found = new ArrayList<>();
        Optional<String> last = after.map(this::key);
        boolean more = true;
        while (more && found.size() < atMost) {
            ListObjectsV2Response page = page(last, atMost - found.size());
            page.contents().forEach(object -> named(object).ifPresent(found::add));
            more = page.isTruncated();
            last = page.contents().stream().map(S3Object::key).reduce((earlier, later) -> later);
        }
        return found;
    }

    private ListObjectsV2Response page(Optional<String> after, int limit) {
        return call(
                "list the objects %s* of bucket %s".formatted(prefix, bucket),
                () -> s3.listObjectsV2(list -> {
                    list.bucket(bucket).prefix(prefix).maxKeys(limit);
                    after.ifPresent(list::startAfter);
                }));
    }

    private Optional<Named> named(S3Object object) {
        String key = object.key();
        if (key.length() < prefix.length() + suffix.length() || !key.endsWith(suffix)) {
            return Optional.empty();
        }
        String name = key.substring(prefix.length(), key.length() - suffix.length());
        return RequestId.parse(name).map(id -> new Named(id, object));
    }

    /** An object and the request that it is named after. */
    record Named(RequestId id, S3Object object) {}
}
