package dev.elasticrecognition.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elasticrecognition.onnx.CommandSettings.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandSettingsTest {

    @Test
    void withoutACommandThereAreNone() {
        assertThat(CommandSettings.from(new FixedConfig(Map.of()))).isEmpty();
    }

    @Test
    void allButTheCommandHaveDefaults() {
        assertThat(CommandSettings.from(new FixedConfig(Map.of("elastic.model.command", "python3 classify.py"))))
                .hasValue(new CommandSettings(
                        List.of("python3", "classify.py"), Mode.PER_IMAGE, Duration.ofSeconds(20), "command"));
    }

    @Test
    void whatIsSetCounts() {
        assertThat(CommandSettings.from(new FixedConfig(Map.of(
                        "elastic.model.command", "classify",
                        "elastic.model.command-mode", "persistent",
                        "elastic.model.command-timeout", "PT3S",
                        "elastic.model.command-id", "resnet-2"))))
                .hasValue(new CommandSettings(List.of("classify"), Mode.PERSISTENT, Duration.ofSeconds(3), "resnet-2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            python3  classify.py         | python3+classify.py
            "my programs/classify" -x    | my programs/classify+-x
            sh -c 'echo "a b"'           | sh+-c+echo "a b"
            classify ""                  | classify+
            classify $HOME ;ls           | classify+$HOME+;ls
            """)
    void wordsAreSplitAtBlanksOutsideOfQuotesAndNothingElseIsSpecial(String commandLine, String words) {
        assertThat(String.join("+", CommandSettings.words(commandLine))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "elastic.model.command, '\"classify'",
        "elastic.model.command, ' '",
        "elastic.model.command-mode, often",
        "elastic.model.command-timeout, PT0.01S",
        "elastic.model.command-timeout, PT11M",
        "elastic.model.command-id, ' '"
    })
    void nonsenseIsRefusedNamingTheKey(String key, String value) {
        Map<String, String> values = key.equals("elastic.model.command")
                ? Map.of(key, value)
                : Map.of(key, value, "elastic.model.command", "c");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandSettings.from(new FixedConfig(values)))
                .withMessageContaining(key);
    }
}
