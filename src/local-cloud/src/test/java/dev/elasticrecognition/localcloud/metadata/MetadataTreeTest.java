package dev.elasticrecognition.localcloud.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MetadataTreeTest {

    private final MetadataTree tree = new MetadataTree(
            Map.of("meta-data/ami-id", "ami-1", "meta-data/placement/region", "r", "meta-data/placement/zone", "z"));

    @Test
    void aPathHasAValueOrTheNamesInIt() {
        assertThat(tree.at("meta-data/ami-id")).contains("ami-1");
        assertThat(tree.at("meta-data/")).contains("ami-id\nplacement/");
        assertThat(tree.at("meta-data/placement")).contains("region\nzone");
        assertThat(tree.at("meta-data/spot/instance-action")).isEmpty();
    }
}
