package dev.elasticrecognition.localcloud.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceTableTest {

    private static final String ID = "i-0123456789abcdef0";

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-24T08:00:00Z");
    private InstanceTable table;

    @BeforeEach
    void launchOne() throws IOException {
        table = open();
        Launch launch = new Launch(
                "r-1",
                1,
                0,
                now,
                "ami-00000001",
                "t3.micro",
                "",
                "us-east-1a",
                "",
                "once",
                ShutdownBehavior.STOP,
                true);
        table.add(
                List.of(Instance.pending(ID, launch, Map.of("Name", "é"))),
                Optional.of(new LaunchToken("once", "digest", "r-1")));
    }

    @Test
    void theTableIsTheSameWhenItIsReadAgain() throws IOException {
        Optional<ProcessIdentity> process = Optional.of(new ProcessIdentity(42, now));
        table.change(ID, row -> row.running(process, now));
        InstanceTable again = open();
        assertThat(again.all()).isEqualTo(table.all());
        assertThat(again.token("once")).isEqualTo(table.token("once"));
        assertThat(again.lastOrder()).isEqualTo(1);
    }

    @Test
    void aTerminatedInstanceIsSeenForAnHourAndItsTokenRememberedForADay() {
        table.change(ID, row -> row.in(InstanceState.TERMINATED, Optional.empty(), now));
        pass(Duration.ofMinutes(59));
        assertThat(table.seen()).hasSize(1);
        pass(Duration.ofMinutes(2));
        assertThat(table.seen()).isEmpty();
        assertThat(table.find(ID)).isEmpty();
        pass(Duration.ofHours(23));
        assertThat(table.forgetOld()).isEmpty();
        assertThat(table.token("once")).isPresent();
        assertThat(table.reserved("r-1")).hasSize(1);
        pass(Duration.ofHours(1));
        assertThat(table.forgetOld()).hasSize(1);
        assertThat(table.token("once")).isEmpty();
    }

    @Test
    void aTableThatCannotBeReadIsNotOverwritten() throws IOException {
        Files.writeString(file(), "{ no table");
        assertThatIOException().isThrownBy(this::open).withMessageContaining("is not an instance table");
        assertThat(file()).hasContent("{ no table");
    }

    private InstanceTable open() throws IOException {
        return InstanceTable.open(file(), Conditions.IDEAL, () -> now);
    }

    private Path file() {
        return folder.resolve("instances.json");
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
