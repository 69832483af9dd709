package dev.elasticrecognition.localcloud.instances;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstanceProcessesTest {

    @Test
    void anInstanceSeesLittleOfTheEnvironmentOfTheCloud() {
        InstanceDirectory directory = new InstanceDirectory(Path.of("/data/instances/i-1"));
        Map<String, String> own = Map.of("PATH", "/bin", "JAVA_HOME", "/jdk", "HOME", "/root", "SECRET", "x");
        assertThat(InstanceProcesses.environment(directory, URI.create("http://127.0.0.1:1"), own))
                .isEqualTo(Map.of(
                        "PATH", "/bin",
                        "JAVA_HOME", "/jdk",
                        "LANG", "C.UTF-8",
                        "HOME", "/data/instances/i-1",
                        "TMPDIR", "/data/instances/i-1/tmp",
                        "AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:1"));
    }
}
