package dev.elasticrecognition.aws;

/**
 * A folder of a bucket: its objects have keys like {@code folder/name.json}.
 *
 * @param prefix of every key, with the slash
 */
record JsonFolder(String prefix) {

    private static final String SUFFIX = ".json";
    private static final String NAME = "[A-Za-z0-9_-]{1,200}";

    /** @throws IllegalArgumentException if the name could lead elsewhere */
    String key(String name) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException(
                    "No object of %s is named '%s': a name must match %s".formatted(prefix, name, NAME));
        }
        return prefix + name + SUFFIX;
    }

    /** The name in a key of this folder. */
    String name(String key) {
        return key.substring(prefix.length(), key.length() - SUFFIX.length());
    }
}
