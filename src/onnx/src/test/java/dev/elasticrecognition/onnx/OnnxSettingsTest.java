package dev.elasticrecognition.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elasticrecognition.domain.recognition.ImageLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxSettingsTest {

    @Test
    void allButTheModelDirectoryHaveDefaults() {
        OnnxSettings settings = OnnxSettings.from(new FixedConfig(Map.of("elastic.model.directory", "models/some")));

        assertThat(settings.modelDirectory()).isEqualTo(Path.of("models/some"));
        assertThat(settings.execution()).isEqualTo(Execution.onePictureEach());
        assertThat(ImageSettings.from(new FixedConfig(Map.of())).limits())
                .isEqualTo(new ImageLimits(20_971_520, 50_000_000));
    }

    @Test
    void whatIsSetCounts() {
        Config config = new FixedConfig(Map.of(
                "elastic.model.directory", "m",
                "elastic.model.threads", "3",
                "elastic.model.batch", "8",
                "elastic.model.providers", "CUDA, cpu",
                "elastic.image.max-bytes", "1000",
                "elastic.image.max-pixels", "2000"));

        assertThat(OnnxSettings.from(config))
                .isEqualTo(
                        new OnnxSettings(Path.of("m"), 3, 8, List.of(ExecutionProvider.CUDA, ExecutionProvider.CPU)));
        assertThat(ImageSettings.from(config)).isEqualTo(new ImageSettings(1000, 2000));
    }

    @Test
    void withoutAModelDirectoryNothingStarts() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> OnnxSettings.from(new FixedConfig(Map.of())))
                .withMessageContaining("elastic.model.directory");
    }

    @ParameterizedTest
    @CsvSource({
        "elastic.model.threads, 0",
        "elastic.model.batch, 0",
        "elastic.model.batch, 257",
        "elastic.model.providers, abacus",
        "elastic.image.max-bytes, 0",
        "elastic.image.max-pixels, 0",
        "elastic.image.max-pixels, 700000001"
    })
    void nonsenseIsRefusedNamingTheKey(String key, String value) {
        Config config = new FixedConfig(Map.of("elastic.model.directory", "m", key, value));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> {
                    OnnxSettings.from(config);
                    ImageSettings.from(config);
                })
                .withMessageContaining(key)
                .withMessageContaining(value);
    }
}
