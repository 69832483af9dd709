package dev.elasticrecognition.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the servers' code and their server.xml read is what there is to set, with the defaults that are told. */
class ReadersTest {

    private static final Path HOME = Path.of("../..");
    private static final Set<String> KEYS =
            Settings.ALL.stream().map(Setting::key).collect(Collectors.toSet());

    private static final List<String> CODE =
            texts(".java", "web-war", "worker-ejb", "liberty/worker", "src/domain", "src/aws", "src/onnx");
    private static final List<String> SERVERS = texts(".xml", "liberty/common", "liberty/front", "liberty/worker");

    private static final Pattern KEY = Pattern.compile("\"((?:elastic|mp\\.jwt)\\.[a-z.-]+[a-z])\"");
    private static final Pattern VARIABLE =
            Pattern.compile("<variable name=\"(elastic\\.[^\"]+)\" defaultValue=\"([^\"]*)\"/>");

    @Test
    void whatIsReadIsASettingAndEachSettingIsRead() {
        Set<String> read = Stream.concat(CODE.stream(), SERVERS.stream())
                .flatMap(text -> KEY.matcher(text).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(read).containsExactlyInAnyOrderElementsOf(KEYS);
    }

    @Test
    void noDefaultStandsInTheCode() {
        assertThat(CODE).noneMatch(text -> text.matches("(?s).*@ConfigProperty\\([^)]*defaultValue.*"));
    }

    @Test
    void theServersOwnVariablesHaveTheDefaultsThatAreTold() {
        Map<String, String> presets = Settings.ALL.stream()
                .filter(setting -> setting.preset().isPresent())
                .collect(Collectors.toMap(
                        Setting::key, setting -> setting.preset().orElseThrow()));
        List<MatchResult> variables = SERVERS.stream()
                .flatMap(text -> VARIABLE.matcher(text).results())
                .filter(found -> presets.containsKey(found.group(1)))
                .toList();

        assertThat(variables)
                .hasSizeGreaterThan(4)
                .allSatisfy(found -> assertThat(found.group(2)).isEqualTo(presets.get(found.group(1))));
    }

    private static List<String> texts(String ending, String... modules) {
        return Stream.of(modules)
                .flatMap(module -> texts(HOME.resolve(module).resolve("src/main"), ending).stream())
                .toList();
    }

    private static List<String> texts(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> texts = new ArrayList<>();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(ending)).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
