package dev.elasticrecognition.configuration;

import java.util.Locale;
import java.util.Optional;

/**
 * One setting.
 *
 * @param part whose it is
 * @param key its name
 * @param form what its value has to be
 * @param preset its default; empty if there is none, or if it depends on where the server runs
 * @param presetText the default in words; Markdown
 * @param meaning what it does; Markdown
 */
record Setting(Part part, String key, Form form, Optional<String> preset, String presetText, String meaning) {

    /** Whose a setting is: a table of the reference. */
    enum Part {
        BOTH_SERVERS,
        FRONT_END,
        ADMISSION,
        SCALING,
        FLEET,
        WORKER
    }

    static Setting preset(Part part, String key, Form form, String preset, String meaning) {
        return new Setting(part, key, form, Optional.of(preset), "`" + preset + "`", meaning);
    }

    /** A setting without a default value; {@code otherwise} says what holds if it isn't set. */
    static Setting optional(Part part, String key, Form form, String otherwise, String meaning) {
        return new Setting(part, key, form, Optional.empty(), otherwise, meaning);
    }

    /** The environment variable by which it can be given. */
    String variable() {
        return variable(key);
    }

    /** The environment variable that MicroProfile Config reads for a key; several keys may share one. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
