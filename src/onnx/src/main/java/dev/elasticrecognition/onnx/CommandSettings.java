package dev.elasticrecognition.onnx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * The settings of recognition by a program.
 *
 * @param command {@value #COMMAND}: the program and its arguments
 * @param mode {@value #MODE}: how often it is started
 * @param timeout {@value #TIMEOUT}: how long it may take for one picture, PT0.1S to PT10M
 * @param id {@value #ID}: names the program and its version, as it is kept with each result
 */
record CommandSettings(List<String> command, Mode mode, Duration timeout, String id) {

    static final String COMMAND = "elastic.model.command";
    static final String MODE = "elastic.model.command-mode";
    static final String TIMEOUT = "elastic.model.command-timeout";
    static final String ID = "elastic.model.command-id";

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** A word between single or double quotes, or without a blank. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|([^\\s\"']+)|([\"'])");

    /** How often the program is started. */
    enum Mode {
        /** For each picture, with the path of its file as the last argument; it prints the label. */
        PER_IMAGE,
        /** Once, as long as it goes on; it reads a path a line and prints a label a line. */
        PERSISTENT
    }

    CommandSettings {
        command = List.copyOf(command);
        Rules.require(!command.isEmpty(), COMMAND, "a program, perhaps with arguments", "empty");
        Rules.require(
                timeout.compareTo(SHORTEST) >= 0 && timeout.compareTo(LONGEST) <= 0,
                TIMEOUT,
                SHORTEST + " to " + LONGEST,
                timeout);
        Rules.require(!id.isBlank(), ID, "a name", "blank");
    }

    /** Reads the settings; empty if there is no command. Throws what {@link Config} throws if one is of the wrong form. */
    static Optional<CommandSettings> from(Config config) {
        return config.getOptionalValue(COMMAND, String.class)
                .map(command -> new CommandSettings(
                        words(command),
                        mode(config.getValue(MODE, String.class)),
                        config.getValue(TIMEOUT, Duration.class),
                        config.getValue(ID, String.class)));
    }

    /** Splits at blanks; quotes keep a word with blanks together. No shell has a hand in it. */
    static List<String> words(String commandLine) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(commandLine);
        while (matcher.find()) {
            Rules.require(matcher.group(4) == null, COMMAND, "without a quote that isn't closed", commandLine);
            words.add(Optional.ofNullable(matcher.group(1))
                    .or(() -> Optional.ofNullable(matcher.group(2)))
                    .orElseGet(matcher::group));
        }
        return words;
    }

    private static Mode mode(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "per-image" -> Mode.PER_IMAGE;
            case "persistent" -> Mode.PERSISTENT;
            default ->
                throw new IllegalArgumentException(
                        "%s has to be per-image or persistent, not '%s'".formatted(MODE, name));
        };
    }
}
