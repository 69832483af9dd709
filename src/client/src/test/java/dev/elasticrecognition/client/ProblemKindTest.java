package dev.elasticrecognition.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemKindTest {

    private static final Path DESCRIPTION = Path.of("../docs/rest.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| \\d{3} \\|");

    @Test
    void thereIsOneForEachThatIsDocumented() throws IOException {
        List<ProblemKind> documented = ROW.matcher(Files.readString(DESCRIPTION))
                .results()
                .map(row -> row.group(1))
                .map(name -> ProblemKind.of(URI.create("urn:problem-type:elastic-recognition:" + name)))
                .toList();

        assertThat(documented).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(ProblemKind.OTHER)));
    }
}
