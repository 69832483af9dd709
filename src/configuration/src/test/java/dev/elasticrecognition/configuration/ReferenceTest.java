package dev.elasticrecognition.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.configuration.Setting.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The documentation's tables are those of the code. With {@code -Delastic.reference=write} they are written. */
class ReferenceTest {

    private static final Path REFERENCE = Path.of("../docs/configuration.md");

    @ParameterizedTest
    @EnumSource
    void theTablesTellTheSettingsAsTheyAre(Part part) throws IOException {
        Pattern place = Pattern.compile("(?s)(?<=<!-- settings: %s -->\n).*?(?=\n\n|\\z)".formatted(part));
        String text = Files.readString(REFERENCE);
        if ("write".equals(System.getProperty("elastic.reference"))) {
            text = place.matcher(text).replaceFirst(Matcher.quoteReplacement(table(part)));
            Files.writeString(REFERENCE, text);
        }

        Matcher found = place.matcher(text);

        assertThat(found.find()).isTrue();
        assertThat(found.group())
                .as("to write it anew: mvn test -pl src/configuration -Delastic.reference=write")
                .isEqualTo(table(part));
    }

    @Test
    void noTwoSettingsShareAVariable() {
        assertThat(Settings.ALL).extracting(Setting::variable).doesNotHaveDuplicates();
    }

    @Test
    void defaultsAreAsSettingsHaveToBe() {
        assertThat(Settings.ALL)
                .allMatch(setting ->
                        setting.preset().stream().allMatch(setting.form().fits()));
    }

    private static String table(Part part) {
        return Settings.ALL.stream()
                .filter(setting -> setting.part() == part)
                .map(setting -> "| `%s` | %s | %s | %s |"
                        .formatted(
                                setting.key(),
                                setting.presetText(),
                                setting.form().text(),
                                setting.meaning()))
                .collect(Collectors.joining("\n", "| key | default | takes | meaning |\n|---|---|---|---|\n", ""));
    }
}
