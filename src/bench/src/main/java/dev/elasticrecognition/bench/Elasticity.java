package dev.elasticrecognition.bench;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.io.file.PathUtils;

/** From no instance to many and back: the course's measure by {@code elastic load --course}, cold and warm. */
record Elasticity(Launcher launcher) implements Measurement {

    private static final String MOST = "2";
    private static final Map<String, String> SETTINGS = Map.of(
            "ELASTIC_FLEET_MINIMUM", "0", "ELASTIC_FLEET_MAXIMUM", MOST, "ELASTIC_FLEET_SCALE_IN_WINDOW", "PT1M");

    @Override
    public String what() {
        return "scaling, from nothing and back";
    }

    @Override
    public Findings measure(List<Path> pictures) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("elastic-bench-scaling");
        Section found;
        try (LocalSystem system = LocalSystem.start(launcher, data, SETTINGS)) {
            JsonObject cold = course(system, data);
            system.elastic("load", "--clients", "16", "--duration", "30s");
            found = section(cold, course(system, data));
        }
        PathUtils.deleteDirectory(data);
        return Findings.of(found);
    }

    private static JsonObject course(LocalSystem system, Path data) throws IOException, InterruptedException {
        Path json = data.resolve("course.json");
        system.elastic("load", "--course", "--scale-in", "10m", "--json", json.toString());
        try (Reader text = Files.newBufferedReader(json);
                JsonReader reader = Json.createReader(text)) {
            return reader.readObject();
        }
    }

    private static Section section(JsonObject cold, JsonObject warm) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("instances ready at the beginning", cold, warm, "capacity", "readyBefore"));
        rows.add(row("the first ready, s", cold, warm, "capacity", "firstReady"));
        rows.add(row("instances ready at most", cold, warm, "capacity", "mostReady"));
        rows.add(row("so many ready, s", cold, warm, "capacity", "mostReadyAfter"));
        rows.add(row("answered", cold, warm, "answered"));
        rows.add(row("last answer, s", cold, warm, "lastAnswer"));
        rows.add(row("mean latency, s", cold, warm, "latency", "mean"));
        rows.add(row("99th percentile, s", cold, warm, "latency", "p99"));
        rows.add(row("all instances gone, s after the last answer", cold, warm, "capacity", "gone"));
        return Section.of(
                "Scaling",
                ("The course's measure: 100 clients, an image each, at once; %s instances at most, a scale-in window of one minute,"
                                + " everything on this machine.")
                        .formatted(MOST),
                List.of("", "cold", "warm"),
                rows);
    }

    private static List<String> row(String what, JsonObject cold, JsonObject warm, String... path) {
        return List.of(what, number(cold, path), number(warm, path));
    }

    private static String number(JsonObject json, String... path) {
        JsonObject at = json;
        for (int i = 0; i < path.length - 1; i++) {
            at = at.getJsonObject(path[i]);
        }
        JsonNumber number = at.getJsonNumber(path[path.length - 1]);
        if (number == null) {
            return "not seen";
        }
        return number.isIntegral() ? number.toString() : String.format(Locale.ROOT, "%.1f", number.doubleValue());
    }
}
