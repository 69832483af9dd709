package dev.elasticrecognition.client.load;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LoadReportTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void whatWasToStartInTheWarmUpDoesntCount() {
        Figures figures = Figures.of(samples(), 2 * SECOND);

        assertThat(figures.warmUp()).isEqualTo(2);
        assertThat(figures.sent()).isEqualTo(4);
        assertThat(figures.answered()).isEqualTo(2);
        assertThat(figures.failed()).containsExactly(java.util.Map.entry("too-slow", 1L));
        assertThat(figures.refused()).containsExactly(java.util.Map.entry("overloaded", 1L));
        assertThat(figures.seconds()).isEqualTo(4);
        assertThat(figures.throughput()).isEqualTo(0.5);
        assertThat(figures.lastAnswer()).isEqualTo(6);
        assertThat(figures.latency().max()).isBetween(2.999, 3.004);
    }

    @Test
    void everythingIsOnOneAxis() {
        Timeline timeline = Timeline.of(samples(), seen());

        assertThat(timeline.columns().get("at")).containsExactly(0., 1., 2., 3., 4., 5., 6., 7., 8., 9.);
        assertThat(timeline.columns().get("arrivals")).containsExactly(1., 1., 2., 2., 0., 0., 0., 0., 0., 0.);
        assertThat(timeline.columns().get("answers")).containsExactly(0., 1., 1., 1., 0., 0., 1., 0., 0., 0.);
        assertThat(timeline.columns().get("underWay")).containsExactly(1., 1., 1., 1., 1., 1., 0., 0., 0., 0.);
        assertThat(timeline.columns().get("ready")).containsExactly(0., null, null, 1., null, null, 1., null, null, 0.);
        assertThat(timeline.columns().get("queue"))
                .containsExactly(7., null, null, null, null, null, null, null, null, 0.);
        assertThat(timeline.columns().values()).allMatch(column -> column.size() == 10);
    }

    @Test
    void aLongLoadHasLongerSteps() {
        Timeline timeline =
                Timeline.of(List.of(answered(0, SECOND), answered(7199 * SECOND, 7200 * SECOND)), List.of());

        assertThat(timeline.step()).isEqualTo(20);
        assertThat(timeline.columns().get("at")).hasSize(361);
        assertThat(timeline.columns()).doesNotContainKey("ready");
    }

    @Test
    void tellsWhenInstancesCameAndWentAndNotThatTheyWereGoneBefore() {
        Capacity capacity = Capacity.of(seen(), 6 * SECOND);

        assertThat(capacity.before()).isZero();
        assertThat(capacity.mostReady()).isEqualTo(1);
        assertThat(capacity.firstReady()).hasValue(3.5);
        assertThat(capacity.gone()).hasValue(3);
    }

    @Test
    void thePageHasTheDataAndNothingFromElsewhere() {
        LoadReport report = report("closed loop: </script><script>alert(1)</script> {{data}}");

        String page = HtmlPage.of(report);

        assertThat(data(page)).isEqualTo(report.json());
        assertThat(page)
                .contains("<th scope=\"row\">answered</th><td>2</td>", "new uPlot(", "uPlot=function", ".u-legend")
                .contains("<h1>closed loop: &lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; {{data}}</h1>")
                .doesNotContain("alert(1)</script>")
                .contains("content=\"default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'\"")
                .doesNotContainPattern("(?i)(src|href|action)\\s*=\\s*[\"'](?!#)")
                .doesNotContainPattern("(?i)url\\(|@import|\\bfetch\\(|XMLHttpRequest");
    }

    @Test
    void programsGetTheSameNumbers() {
        JsonObject json = report("open loop: 1 requests/s").json();

        assertThat(json.getInt("sent")).isEqualTo(4);
        assertThat(json.getJsonObject("refused").getInt("overloaded")).isEqualTo(1);
        assertThat(number(json.getJsonObject("latency").getJsonNumber("p99.9"))).isBetween(2.999, 3.004);
        assertThat(number(json.getJsonObject("capacity").getJsonNumber("gone"))).isEqualTo(3);
        assertThat(json.getJsonObject("timeline").getJsonArray("desired")).hasSize(10);
    }

    @Test
    void withoutTheFleetSaysSo() {
        var report = new LoadReport(
                URI.create("http://localhost:9080"),
                "closed loop: 1 client",
                Instant.EPOCH,
                Duration.ZERO,
                Optional.empty(),
                Figures.of(List.of(), 0),
                Optional.empty(),
                Timeline.of(List.of(), List.of()));

        assertThat(report.lines()).containsEntry("instances", "not seen, which takes the operator's password");
        assertThat(report.json()).doesNotContainKey("capacity");
        assertThat(HtmlPage.of(report)).contains("0 in 0.000 s");
    }

    private static LoadReport report(String load) {
        return new LoadReport(
                URI.create("http://localhost:9080"),
                load,
                Instant.EPOCH,
                Duration.ofSeconds(2),
                Optional.of(Duration.ofMinutes(1)),
                Figures.of(samples(), 2 * SECOND),
                Optional.of(Capacity.of(seen(), 6 * SECOND)),
                Timeline.of(samples(), seen()));
    }

    /** Two in the warm-up; two that are answered, one refused, one failed. */
    private static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        samples.add(answered(0, SECOND));
        samples.add(answered(SECOND, 2 * SECOND));
        samples.add(answered(2 * SECOND, 3 * SECOND));
        samples.add(new Sample(
                2 * SECOND, 2 * SECOND, 2 * SECOND, new Outcome(Outcome.Kind.REFUSED, "overloaded", Duration.ZERO)));
        samples.add(answered(3 * SECOND, 6 * SECOND));
        samples.add(new Sample(3 * SECOND, 3 * SECOND, 3 * SECOND, Outcome.failed("too-slow")));
        return samples;
    }

    private static Sample answered(long start, long end) {
        return new Sample(start, start, end, Outcome.ANSWERED);
    }

    private static List<FleetWatch.Seen> seen() {
        return List.of(
                new FleetWatch.Seen(SECOND / 2, new FleetSight(OptionalInt.of(7), 7, 1, 0, 0, 0, 0)),
                new FleetWatch.Seen(7 * SECOND / 2, new FleetSight(OptionalInt.empty(), 1, 1, 0, 1, 0, 0)),
                new FleetWatch.Seen(13 * SECOND / 2, new FleetSight(OptionalInt.empty(), 0, 0, 0, 1, 0, 0)),
                new FleetWatch.Seen(9 * SECOND, new FleetSight(OptionalInt.of(0), 0, 0, 0, 0, 0, 0)));
    }

    private static JsonObject data(String page) {
        Matcher data = Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page);
        assertThat(data.find()).isTrue();
        try (JsonReader reader = Json.createReader(new StringReader(data.group(1)))) {
            return reader.readObject();
        }
    }

    private static double number(JsonNumber number) {
        return number.doubleValue();
    }
}
