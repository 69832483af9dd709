package dev.elasticrecognition.client;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the service's JSON into our types. Members that are not known here are passed over, so that the service may grow. */
final class Json {

    private Json() {}

    static Recognition recognition(JsonObject json) {
        String id = json.getString("id");
        return switch (json.getString("status")) {
            case "waiting" -> new Recognition.Waiting(id);
            case "succeeded" -> succeeded(id, json);
            case "failed" -> new Recognition.Failed(id, problem(json.getJsonObject("problem"), 0));
            default -> throw new IllegalArgumentException("unknown status '" + json.getString("status") + "'");
        };
    }

    static Problem problem(JsonObject json, int status) {
        return new Problem(
                uri(json, "type").orElse(Problem.BLANK),
                text(json, "title").orElse("status " + status),
                json.getInt("status", status),
                text(json, "detail"),
                uri(json, "instance"),
                text(json, "id"),
                text(json, "field"));
    }

    private static Recognition succeeded(String id, JsonObject json) {
        return new Recognition.Succeeded(
                id,
                text(json, "fileName").orElse(""),
                json.getString("label"),
                json.getInt("classIndex"),
                decimal(json, "confidence"),
                predictions(json),
                text(json, "model").orElse(""),
                timings(json));
    }

    private static List<Prediction> predictions(JsonObject json) {
        return json.getJsonArray("predictions").getValuesAs(JsonObject.class).stream()
                .map(one ->
                        new Prediction(one.getString("label"), one.getInt("classIndex"), decimal(one, "confidence")))
                .toList();
    }

    private static Map<String, String> timings(JsonObject json) {
        Map<String, String> timings = new LinkedHashMap<>();
        if (json.get("timings") instanceof JsonObject members) {
            members.forEach((name, value) -> timings.put(name, plain(value)));
        }
        return timings;
    }

    private static double decimal(JsonObject json, String name) {
        if (json.get(name) instanceof JsonNumber number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("'" + name + "' is not a number");
    }

    private static Optional<String> text(JsonObject json, String name) {
        return json.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private static Optional<URI> uri(JsonObject json, String name) {
        try {
            return text(json, name).map(URI::create);
        } catch (IllegalArgumentException notAUri) {
            return Optional.empty();
        }
    }

    private static String plain(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }
}
