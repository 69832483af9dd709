package dev.elasticrecognition.client;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;

/**
 * By what the fleet is scaled.
 *
 * @param document the settings as the REST interface has them
 * @param version which ones they are, so that nobody's change gets lost
 */
public record FleetSettings(JsonObject document, String version) {

    /**
     * The same with another value of one.
     *
     * @param value a number where there was one, else a text
     * @throws IllegalArgumentException if there is no such setting, or it needs a number
     */
    public FleetSettings with(String name, String value) {
        JsonValue before = document.get(name);
        if (before == null) {
            throw new IllegalArgumentException(
                    "there is no setting %s, but %s".formatted(name, String.join(", ", document.keySet())));
        }
        JsonValue after = before instanceof JsonNumber ? number(name, value) : Json.createValue(value);
        return new FleetSettings(
                Json.createObjectBuilder(document).add(name, after).build(), version);
    }

    private static JsonNumber number(String name, String value) {
        try {
            return Json.createValue(new BigDecimal(value));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s must be a number, not %s".formatted(name, value), e);
        }
    }
}
