package dev.elasticrecognition.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientExampleTest {

    private static final Path DESCRIPTION = Path.of("../docs/client.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/elasticrecognition/client/ClientExample.java");

    @TempDir
    private Path folder;

    @Test
    void itDoesWhatItSays() throws Exception {
        Files.writeString(folder.resolve("a.jpg"), "picture of cat");
        Files.writeString(folder.resolve("b.txt"), "text");

        assertThat(printed().lines())
                .containsExactlyInAnyOrder(folder.resolve("a.jpg") + ": cat", folder.resolve("b.txt") + ": no label");
    }

    @Test
    void theDocumentationShowsItsVeryLines() throws IOException {
        String source = Files.readString(SOURCE);
        String shown =
                source.substring(source.indexOf("// shown from here\n") + 19, source.indexOf("        // to here"));

        assertThat(Files.readString(DESCRIPTION)).contains("```java\n" + shown.indent(-8) + "```");
    }

    private String printed() throws IOException {
        PrintStream before = System.out;
        var captured = new ByteArrayOutputStream();
        try (ServiceStandIn service = ServiceStandIn.start()) {
            System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
            ClientExample.printLabels(service.uri(), folder);
        } finally {
            System.setOut(before);
        }
        return captured.toString(StandardCharsets.UTF_8);
    }
}
