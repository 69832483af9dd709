package dev.elasticrecognition.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {

    @TempDir
    private Path directory;

    @Test
    void bashCompletesCommandsAndOptions() throws Exception {
        StringWriter script = new StringWriter();
        assertThat(Elastic.commandLine().setOut(new PrintWriter(script)).execute("completion", "bash"))
                .isZero();
        Path file = Files.writeString(directory.resolve("completion"), script.toString());

        assertThat(completions(file, "elastic", "fl")).containsExactly("fleet");
        assertThat(completions(file, "elastic", "fleet", "dr")).containsExactly("drain");
        assertThat(completions(file, "elastic", "classify", "--min")).containsExactly("--min-accuracy");
        assertThat(completions(file, "elastic", "classify", "--format", "j")).containsExactly("json");
    }

    /** What bash offers for the last of the words. */
    private static List<String> completions(Path script, String... words) throws IOException, InterruptedException {
        String ask =
                "source '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_elastic; printf '%%s\\n' \"${COMPREPLY[@]}\""
                        .formatted(script, String.join(" ", words), words.length - 1);
        Process bash = new ProcessBuilder("bash", "-c", ask)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String offered = new String(bash.getInputStream().readAllBytes(), UTF_8);
        bash.waitFor();
        return offered.lines().map(String::strip).toList();
    }
}
