package dev.elasticrecognition.localcloud.ec2;

import dev.elasticrecognition.localcloud.errors.ErrorCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tags in requests. */
final class RequestedTags {

    private RequestedTags() {}

    /** {@code Tag.n.Key} and {@code Tag.n.Value}; a value that is not given is empty. */
    static Map<String, String> of(QueryParameters request) {
        Map<String, String> tags = new TreeMap<>();
        for (QueryParameters tag : request.items("Tag")) {
            String key = tag.required("Key");
            if (tags.put(key, tag.textOrEmpty("Value")) != null) {
                throw ErrorCode.INVALID_PARAMETER_VALUE.error("Tag keys must be unique: '%s' is given twice", key);
            }
        }
        return tags;
    }

    /** The tags to delete, where it matters whether a value is given. */
    static Map<String, Optional<String>> toDelete(QueryParameters request) {
        Map<String, Optional<String>> tags = new TreeMap<>();
        request.items("Tag").forEach(tag -> tags.put(tag.required("Key"), tag.text("Value")));
        return tags;
    }

    /** The tags that a launch gives to its instances; those for other resources are for nothing here. */
    static Map<String, String> forInstances(QueryParameters request) {
        List<QueryParameters> specifications = request.items("TagSpecification").stream()
                .filter(specification -> specification.required("ResourceType").equals("instance"))
                .toList();
        if (specifications.size() > 1) {
            throw ErrorCode.INVALID_PARAMETER_VALUE.error("The resource type 'instance' has two tag specifications");
        }
        return specifications.isEmpty() ? Map.of() : of(specifications.get(0));
    }
}
