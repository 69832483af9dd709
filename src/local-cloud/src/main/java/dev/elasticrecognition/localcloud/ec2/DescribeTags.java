package dev.elasticrecognition.localcloud.ec2;

import dev.elasticrecognition.localcloud.instances.Instance;
import dev.elasticrecognition.localcloud.instances.InstanceTable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Lists the tags of all instances, in one page.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTags.html">DescribeTags</a>
 */
final class DescribeTags implements Action {

    private static final String RESOURCE_TYPE = "instance";

    private final InstanceTable table;

    DescribeTags(InstanceTable table) {
        this.table = table;
    }

    private record Tag(String resourceId, String key, String value) {}

    @Override
    public Answer perform(QueryParameters request) {
        List<Tag> tags = table.seen().stream()
                .flatMap(DescribeTags::tagsOf)
                .filter(Filters.in(request, DescribeTags::values))
                .toList();
        return xml -> xml.list("tagSet", tags, tag -> {
            xml.text("resourceId", tag.resourceId());
            xml.text("resourceType", RESOURCE_TYPE);
            xml.text("key", tag.key());
            xml.text("value", tag.value());
        });
    }

    private static Stream<Tag> tagsOf(Instance instance) {
        return instance.tags().entrySet().stream().map(tag -> new Tag(instance.id(), tag.getKey(), tag.getValue()));
    }

    private static Optional<Function<Tag, Collection<String>>> values(String filterName) {
        return switch (filterName) {
            case "key" -> Optional.of(tag -> List.of(tag.key()));
            case "value" -> Optional.of(tag -> List.of(tag.value()));
            case "resource-id" -> Optional.of(tag -> List.of(tag.resourceId()));
            case "resource-type" -> Optional.of(tag -> List.of(RESOURCE_TYPE));
            default -> Optional.empty();
        };
    }
}
