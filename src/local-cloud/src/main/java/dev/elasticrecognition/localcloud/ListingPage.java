package dev.elasticrecognition.localcloud;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A page of a listing. What goes on behind the next delimiter is one common prefix, which stands where its name does among the
 * keys. A page ends with the name that the next one begins after, which is its continuation token.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html">ListObjectsV2</a>
 */
final class ListingPage {

    private final String prefix;
    private final String delimiter;
    private final String after;
    private final int most;

    private final List<S3Object> objects = new ArrayList<>();
    private final List<CommonPrefix> commonPrefixes = new ArrayList<>();
    private String last;

    ListingPage(ListObjectsV2Request request) {
        prefix = Objects.requireNonNullElse(request.prefix(), "");
        delimiter = Objects.requireNonNullElse(request.delimiter(), "");
        after = Objects.requireNonNullElse(
                request.continuationToken(), Objects.requireNonNullElse(request.startAfter(), ""));
        most = Objects.requireNonNullElse(request.maxKeys(), Integer.MAX_VALUE);
    }

    /** Takes from a bucket's objects by their keys. */
    ListObjectsV2Response of(NavigableMap<String, S3Object> bucket) {
        String key = bucket.ceilingKey(prefix.compareTo(after) > 0 ? prefix : after);
        while (key != null && key.startsWith(prefix)) {
            Optional<String> common = commonPrefix(key);
            String name = common.orElse(key);
            if (name.compareTo(after) > 0) {
                if (isFull()) {
                    return answer(last);
                }
                S3Object object = bucket.get(key);
                if (object != null) {
                    add(name, common.isPresent(), object);
                }
            }
            key = common.isPresent() ? bucket.ceilingKey(behindAllOf(name)) : bucket.higherKey(key);
        }
        return answer(null);
    }

    private Optional<String> commonPrefix(String key) {
        int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
        return end < 0 ? Optional.empty() : Optional.of(key.substring(0, end + delimiter.length()));
    }

    private boolean isFull() {
        return objects.size() + commonPrefixes.size() >= most;
    }

    private void add(String name, boolean isCommon, S3Object object) {
        if (isCommon) {
            commonPrefixes.add(CommonPrefix.builder().prefix(name).build());
        } else {
            objects.add(object);
        }
        last = name;
    }

    private static String behindAllOf(String prefix) {
        int end = prefix.length() - 1;
        return prefix.substring(0, end) + (char) (prefix.charAt(end) + 1);
    }

    /** @param token null if nothing is left; nothing follows a page that was to be empty, too */
    private ListObjectsV2Response answer(String token) {
        return ListObjectsV2Response.builder()
                .contents(objects)
                .commonPrefixes(commonPrefixes)
                .nextContinuationToken(token)
                .isTruncated(token != null)
                .build();
    }
}
