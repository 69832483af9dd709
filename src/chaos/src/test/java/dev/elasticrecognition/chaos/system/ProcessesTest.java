package dev.elasticrecognition.chaos.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ProcessesTest {

    @TempDir
    Path directory;

    /** Limits of other processes are a matter of Linux. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whoIsKeptFromWritingWritesAgainWhenLet() throws Exception {
        Path file = directory.resolve("file");
        Process writer = new ProcessBuilder(
                        "bash",
                        "-c",
                        "trap '' XFSZ; while read -r line; do echo \"$line\" >>\"$0\" && echo written || echo full; done",
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = writer.outputWriter();
                var in = writer.inputReader()) {
            Processes.keepFromWriting(List.of(writer.toHandle()));
            out.write("one\n");
            out.flush();
            assertThat(in.readLine()).isEqualTo("full");

            Processes.letWrite(List.of(writer.toHandle()));
            out.write("two\n");
            out.flush();
            assertThat(in.readLine()).isEqualTo("written");
            assertThat(Files.readString(file)).isEqualTo("two\n");
        } finally {
            writer.destroyForcibly();
        }
    }
}
