package dev.elasticrecognition.client.load;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What a load came to, for people and for programs.
 *
 * @param service upon which it was put
 * @param load what was done, in a few words
 * @param startedAt the beginning, which is 0 on the axis of time
 * @param warmUp how long it went on before anything counted
 * @param scaleIn how long the end of all instances was waited for; empty if it wasn't
 * @param figures of all requests that count
 * @param capacity what the fleet did; empty if it wasn't seen
 * @param timeline of all requests, those of the warm-up, too
 */
public record LoadReport(
        URI service,
        String load,
        Instant startedAt,
        Duration warmUp,
        Optional<Duration> scaleIn,
        Figures figures,
        Optional<Capacity> capacity,
        Timeline timeline) {

    private static final int DECIMALS = 6;

    /** Reads it off what was recorded; every request has ended. */
    public static LoadReport of(
            URI service,
            Loop loop,
            Duration warmUp,
            Optional<Duration> scaleIn,
            Recording recording,
            Optional<FleetWatch> watch) {
        List<Sample> samples = recording.samples();
        List<FleetWatch.Seen> seen = watch.map(FleetWatch::seen).orElse(List.of());
        long lastAnswer = samples.stream()
                .filter(Sample::isAnswered)
                .mapToLong(Sample::ended)
                .max()
                .orElse(0);
        return new LoadReport(
                service,
                loop.description(),
                recording.startedAt(),
                warmUp,
                scaleIn,
                Figures.of(samples, warmUp.toNanos()),
                seen.isEmpty() ? Optional.empty() : Optional.of(Capacity.of(seen, lastAnswer)),
                Timeline.of(samples, seen));
    }

    /** The findings, each a name and what is to be said. */
    public Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("service", service.toString());
        lines.put("load", load);
        lines.put("begun", startedAt.toString());
        lines.put("sent", "%d in %s%s".formatted(figures.sent(), seconds(figures.seconds()), warmUpSaid()));
        lines.put("answered", Long.toString(figures.answered()));
        lines.put("failed", counted(figures.failed()));
        lines.put("refused", counted(figures.refused()));
        lines.put("throughput", String.format(Locale.ROOT, "%.1f answers/s", figures.throughput()));
        lines.put("latency", latency(figures.latency()));
        lines.put("last answer", seconds(figures.lastAnswer()) + " after the beginning");
        lines.put("sent late", "up to " + seconds(figures.latest()));
        lines.put(
                "instances",
                capacity.map(LoadReport::instances).orElse("not seen, which takes the operator's password"));
        scaleIn.flatMap(this::gone).ifPresent(gone -> lines.put("all gone", gone));
        return lines;
    }

    /** The same for programs. Times are in seconds; what isn't known is absent, or null in the columns of {@code timeline}. */
    public JsonObject json() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("service", service.toString())
                .add("load", load)
                .add("startedAt", startedAt.toString())
                .add("warmUp", number(warmUp.toMillis() / 1e3))
                .add("sentInWarmUp", figures.warmUp())
                .add("sent", figures.sent())
                .add("answered", figures.answered())
                .add("failed", counts(figures.failed()))
                .add("refused", counts(figures.refused()))
                .add("seconds", number(figures.seconds()))
                .add("throughput", number(figures.throughput()))
                .add("lastAnswer", number(figures.lastAnswer()))
                .add("sentLate", number(figures.latest()))
                .add("latency", json(figures.latency()));
        capacity.ifPresent(seen -> json.add("capacity", json(seen)));
        return json.add("timeline", json(timeline)).build();
    }

    private String warmUpSaid() {
        return figures.warmUp() == 0
                ? ""
                : ", after %d in %d s of warm-up".formatted(figures.warmUp(), warmUp.toSeconds());
    }

    private static String latency(Figures.Latency latency) {
        return String.format(
                Locale.ROOT,
                "mean %.3f s, p50 %.3f s, p90 %.3f s, p99 %.3f s, p99.9 %.3f s, max %.3f s",
                latency.mean(),
                latency.p50(),
                latency.p90(),
                latency.p99(),
                latency.p999(),
                latency.max());
    }

    private static String instances(Capacity capacity) {
        String ready = "%d ready at the beginning, %d at most".formatted(capacity.before(), capacity.mostReady());
        return ready
                + when(", the first after ", capacity.firstReady())
                + when(", the most after ", capacity.mostReadyAfter());
    }

    private static String when(String text, OptionalDouble seconds) {
        return seconds.isPresent() ? text + seconds(seconds.getAsDouble()) : "";
    }

    private Optional<String> gone(Duration waited) {
        return capacity.map(seen -> seen.gone().isPresent()
                ? seconds(seen.gone().getAsDouble()) + " after the last answer"
                : "not within %d s, %d still there".formatted(waited.toSeconds(), seen.left()));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f s", seconds);
    }

    private static String counted(Map<String, Long> byReason) {
        long all = byReason.values().stream().mapToLong(Long::longValue).sum();
        return byReason.isEmpty()
                ? "0"
                : all
                        + byReason.entrySet().stream()
                                .map(reason -> "%d %s".formatted(reason.getValue(), reason.getKey()))
                                .collect(Collectors.joining(", ", " (", ")"));
    }

    private static JsonObject counts(Map<String, Long> byReason) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        byReason.forEach(json::add);
        return json.build();
    }

    private static JsonObject json(Figures.Latency latency) {
        return Json.createObjectBuilder()
                .add("mean", number(latency.mean()))
                .add("p50", number(latency.p50()))
                .add("p90", number(latency.p90()))
                .add("p99", number(latency.p99()))
                .add("p99.9", number(latency.p999()))
                .add("max", number(latency.max()))
                .build();
    }

    private static JsonObject json(Capacity capacity) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("readyBefore", capacity.before()).add("mostReady", capacity.mostReady());
        capacity.firstReady().ifPresent(seconds -> json.add("firstReady", number(seconds)));
        capacity.mostReadyAfter().ifPresent(seconds -> json.add("mostReadyAfter", number(seconds)));
        capacity.gone().ifPresent(seconds -> json.add("gone", number(seconds)));
        return json.build();
    }

    private static JsonObject json(Timeline timeline) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("step", number(timeline.step()));
        timeline.columns().forEach((name, column) -> {
            JsonArrayBuilder values = Json.createArrayBuilder();
            column.forEach(value -> values.add(value == null ? JsonValue.NULL : Json.createValue(number(value))));
            json.add(name, values);
        });
        return json.build();
    }

    /** As short as it can be without an exponent. */
    private static BigDecimal number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
    }
}
