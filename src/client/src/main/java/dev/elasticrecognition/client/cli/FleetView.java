package dev.elasticrecognition.client.cli;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the fleet stands, for people. What isn't known is a dash. */
final class FleetView {

    private static final String UNKNOWN = "-";

    private final JsonObject fleet;
    private final Optional<String> away;

    FleetView(JsonObject fleet) {
        this(fleet, Optional.empty());
    }

    private FleetView(JsonObject fleet, Optional<String> away) {
        this.fleet = fleet;
        this.away = away;
    }

    /** What there is to see when there is no answer. */
    static FleetView away(String why) {
        return new FleetView(JsonValue.EMPTY_JSON_OBJECT, Optional.of(why));
    }

    /** The whole of it. */
    List<String> lines() {
        return away.map(List::of).orElseGet(this::known);
    }

    /** The most important of it. */
    String line() {
        return away.orElseGet(() -> "instances %s of %s, %s ready, %s busy; waiting %s; %s; %s"
                .formatted(
                        text("actualCapacity"),
                        text("desiredCapacity"),
                        text("observation.supply.ready"),
                        text("observation.supply.busy"),
                        text("observation.demand.unanswered"),
                        times(),
                        state()));
    }

    /** A value without the quotation marks of JSON. */
    static String plain(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : String.valueOf(value);
    }

    /** A duration as people write it. */
    static String readable(Duration duration) {
        String text = duration.toString().substring(2).toLowerCase(Locale.ROOT);
        return duration.compareTo(Duration.ofSeconds(1)) > 0 ? text.replaceAll("\\.\\d+s", "s") : text;
    }

    private List<String> known() {
        List<String> lines = new ArrayList<>(List.of(
                row("state", state()),
                row("instances", "%s of %s desired".formatted(text("actualCapacity"), text("desiredCapacity"))),
                row("because", text("decision.reason")),
                row(
                        "requests",
                        "%s waiting, %s in the queue, %s being worked on"
                                .formatted(
                                        text("observation.demand.unanswered"),
                                        text("observation.demand.queue.visible"),
                                        text("observation.demand.queue.inFlight"))),
                row(
                        "per second",
                        "%s sent, %s answered"
                                .formatted(
                                        decimal("observation.traffic.arrivals.tenSeconds", "%.1f"),
                                        decimal("observation.traffic.completions.tenSeconds", "%.1f"))),
                row("answers", times())));
        lines.addAll(table());
        sentences("acts").forEach(act -> lines.add(row("did", act)));
        sentences("troubles").forEach(trouble -> lines.add(row("trouble", trouble)));
        return lines;
    }

    private String state() {
        List<String> states = new ArrayList<>();
        states.add(truth("paused") ? "paused" : "running");
        if (truth("breaker.open")) {
            states.add("breaker open until " + text("breaker.openUntil"));
        }
        if (fleet.containsKey("manualCapacity")) {
            states.add("%s instances until %s, set by %s"
                    .formatted(
                            text("manualCapacity.capacity"), text("manualCapacity.until"), text("manualCapacity.by")));
        }
        states.add(text("leader").isEmpty() ? "nobody leads" : "led by " + text("leader"));
        return String.join(", ", states);
    }

    private String times() {
        return "p50 %s s, p99 %s s".formatted(decimal("latency.p50", "%.2f"), decimal("latency.p99", "%.2f"));
    }

    private List<String> table() {
        String format = "%-22s %-12s %10s %8s %12s";
        List<JsonObject> instances = objects("instances");
        if (instances.isEmpty()) {
            return List.of();
        }
        Stream<String> rows = instances.stream().map(FleetView::new).map(FleetView::instance);
        return Stream.concat(Stream.of("", format.formatted("instance", "stage", "age", "done", "in progress")), rows)
                .collect(Collectors.toList());
    }

    private String instance() {
        return "%-22s %-12s %10s %8s %12s"
                .formatted(
                        text("id"),
                        text("stage"),
                        duration("age"),
                        text("heartbeat.done"),
                        text("heartbeat.inProgress"));
    }

    private static String row(String name, String value) {
        return "%-11s %s".formatted(name, value);
    }

    private String decimal(String path, String format) {
        return find(path) instanceof JsonNumber number
                ? String.format(Locale.ROOT, format, number.doubleValue())
                : UNKNOWN;
    }

    private String duration(String path) {
        return find(path) instanceof JsonString text ? readable(Duration.parse(text.getString())) : UNKNOWN;
    }

    private boolean truth(String path) {
        return find(path) == JsonValue.TRUE;
    }

    private String text(String path) {
        JsonValue value = find(path);
        return value == JsonValue.NULL ? UNKNOWN : plain(value);
    }

    private List<JsonObject> objects(String name) {
        return fleet.containsKey(name) ? fleet.getJsonArray(name).getValuesAs(JsonObject.class) : List.of();
    }

    private List<String> sentences(String name) {
        return fleet.containsKey(name) ? fleet.getJsonArray(name).getValuesAs(JsonString::getString) : List.of();
    }

    /** What is at the end of a way of names; null, as JSON has it, where the way ends before. */
    private JsonValue find(String path) {
        JsonValue value = fleet;
        for (String name : path.split("\\.", -1)) {
            value = value instanceof JsonObject object ? object.getOrDefault(name, JsonValue.NULL) : JsonValue.NULL;
        }
        return value;
    }
}
