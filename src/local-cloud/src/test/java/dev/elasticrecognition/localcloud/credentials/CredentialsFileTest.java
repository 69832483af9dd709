package dev.elasticrecognition.localcloud.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsFileTest {

    @TempDir
    private Path folder;

    @Test
    void theKeyStaysTheSame() throws IOException {
        AccessKey first = file().loadOrCreate();
        assertThat(first.id()).matches("AKIA[A-Z2-7]{16}");
        assertThat(first.secret()).hasSize(40);
        assertThat(file().loadOrCreate()).isEqualTo(first);
    }

    @Test
    void theSecretIsNotInTheText() {
        assertThat(new AccessKey("AKIATEST", "secret")).hasToString("AccessKey[AKIATEST]");
    }

    @Test
    void aBrokenFileIsNamed() throws IOException {
        Files.writeString(file().path(), "[default]\naws_access_key_id = AKIATEST\n");
        assertThatIOException()
                .isThrownBy(() -> file().loadOrCreate())
                .withMessageContainingAll(file().path().toString(), "aws_secret_access_key");
    }

    private CredentialsFile file() {
        return new CredentialsFile(folder.resolve("credentials"));
    }
}
