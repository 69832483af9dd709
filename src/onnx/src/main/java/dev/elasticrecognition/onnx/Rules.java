package dev.elasticrecognition.onnx;

/** Refuses settings that make no sense. */
final class Rules {

    private Rules() {}

    /** @throws IllegalArgumentException naming key, rule and value, unless the rule holds */
    static void require(boolean holds, String key, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("%s has to be %s, not %s".formatted(key, rule, value));
        }
    }
}
