package dev.elasticrecognition.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elasticrecognition.domain.recognition.ImageLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxSettingsTest {

    @Test
    void allButTheModelDirectoryHaveDefaults() {
        OnnxSettings settings = OnnxSettings.from(new FixedConfig(Map.of("elastic.model.directory", "models/some")));

        assertThat(settings.modelDirectory()).isEqualTo(Path.of("models/some"));
        assertThat(settings.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(settings.limits()).isEqualTo(new ImageLimits(20_971_520, 50_000_000));
    }

    @Test
    void whatIsSetCounts() {
        OnnxSettings settings = OnnxSettings.from(new FixedConfig(Map.of(
                "elastic.model.directory", "m",
                "elastic.model.threads", "3",
                "elastic.image.max-bytes", "1000",
                "elastic.image.max-pixels", "2000")));

        assertThat(settings).isEqualTo(new OnnxSettings(Path.of("m"), 3, 1000, 2000));
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
        "elastic.image.max-bytes, 0",
        "elastic.image.max-pixels, 0",
        "elastic.image.max-pixels, 700000001"
    })
    void nonsenseIsRefusedNamingTheKey(String key, String value) {
        Config config = new FixedConfig(Map.of("elastic.model.directory", "m", key, value));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> OnnxSettings.from(config))
                .withMessageContaining(key)
                .withMessageContaining(value);
    }

    /** A configuration of fixed texts. */
    private record FixedConfig(Map<String, String> values) implements Config {

        @Override
        public <T> T getValue(String name, Class<T> type) {
            return getOptionalValue(name, type).orElseThrow(() -> new NoSuchElementException(name));
        }

        @Override
        public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
            return Optional.ofNullable(values.get(name)).map(text -> type.cast(converted(text, type)));
        }

        private static Object converted(String text, Class<?> type) {
            if (type == Integer.class) {
                return Integer.valueOf(text);
            }
            return type == Long.class ? (Object) Long.valueOf(text) : text;
        }

        @Override
        public ConfigValue getConfigValue(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterable<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public Iterable<ConfigSource> getConfigSources() {
            return List.of();
        }

        @Override
        public <T> Optional<Converter<T>> getConverter(Class<T> type) {
            return Optional.empty();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
