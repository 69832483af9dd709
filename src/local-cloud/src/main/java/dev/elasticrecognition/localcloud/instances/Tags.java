package dev.elasticrecognition.localcloud.instances;

import dev.elasticrecognition.localcloud.errors.ErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Changes the tags of instances, within the limits of EC2.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html">Tag restrictions</a>
 */
public final class Tags {

    private static final int MAX_TAGS = 50;
    private static final int MAX_KEY = 128;
    private static final int MAX_VALUE = 256;

    private final InstanceTable table;

    public Tags(InstanceTable table) {
        this.table = table;
    }

    /** Adds tags; one with the same key is replaced. */
    public void create(List<String> ids, Map<String, String> tags) {
        requireValid(tags);
        synchronized (table) {
            List<Instance> changed = table.named(ids).stream()
                    .map(instance -> instance.withTags(merged(instance.tags(), tags)))
                    .toList();
            changed.forEach(instance -> table.change(instance.id(), row -> instance));
        }
    }

    /** Removes tags by key, or by key and value where a value is given; all tags if none is named. */
    public void delete(List<String> ids, Map<String, Optional<String>> tags) {
        synchronized (table) {
            table.named(ids)
                    .forEach(instance -> table.change(instance.id(), row -> row.withTags(without(row.tags(), tags))));
        }
    }

    /** Refuses tags that EC2 would not take. */
    public static void requireValid(Map<String, String> tags) {
        requireFewEnough(tags);
        tags.forEach((key, value) -> {
            if (key.isEmpty() || key.length() > MAX_KEY || value.length() > MAX_VALUE) {
                throw ErrorCode.INVALID_PARAMETER_VALUE.error(
                        "Tag key '%s': a key has 1 to %d characters, a value %d at most", key, MAX_KEY, MAX_VALUE);
            }
            if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
                throw ErrorCode.INVALID_PARAMETER_VALUE.error(
                        "Value ( %s ) for parameter key is invalid. Tag keys starting with 'aws:' are reserved", key);
            }
        });
    }

    private static Map<String, String> merged(Map<String, String> old, Map<String, String> added) {
        Map<String, String> merged = new TreeMap<>(old);
        merged.putAll(added);
        requireFewEnough(merged);
        return merged;
    }

    private static Map<String, String> without(Map<String, String> old, Map<String, Optional<String>> removed) {
        Map<String, String> rest = new TreeMap<>(old);
        rest.entrySet()
                .removeIf(tag -> removed.isEmpty()
                        || (removed.containsKey(tag.getKey())
                                && removed.get(tag.getKey())
                                        .orElse(tag.getValue())
                                        .equals(tag.getValue())));
        return rest;
    }

    private static void requireFewEnough(Map<String, String> tags) {
        if (tags.size() > MAX_TAGS) {
            throw ErrorCode.TAG_LIMIT_EXCEEDED.error("A resource has %d tags at most", MAX_TAGS);
        }
    }
}
