package dev.elasticrecognition.simulator.report;

import dev.elasticrecognition.simulator.site.Outcome;
import dev.elasticrecognition.simulator.site.Outcome.Sample;
import dev.elasticrecognition.simulator.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The course of a run as a picture (SVG): above the instances, those that are ready and those that boot on top of them;
 * below the backlog.
 *
 * @param title what ran
 */
public record Chart(String title, Outcome outcome) {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 160;
    private static final int LEFT = 60;

    /** The whole picture. */
    public String svg() {
        List<Sample> samples = outcome.samples();
        int instances = most(samples, sample -> sample.ready() + sample.booting());
        int backlog = most(samples, Sample::backlog);
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" font-family="sans-serif" font-size="12">
            <rect width="100%%" height="100%%" fill="white"/>
            <text x="%3$d" y="20" font-size="14">%4$s</text>
            %5$s%6$s%7$s
            <text x="%3$d" y="%8$d">0</text>
            <text x="%9$d" y="%8$d" text-anchor="end">%10$d min</text>
            </svg>
            """.formatted(
                        LEFT + WIDTH + 20,
                        2 * HEIGHT + 120,
                        LEFT,
                        escaped(title),
                        panel(40, instances, "instances (light: booting)"),
                        area(40, instances, "#f5b971", sample -> sample.ready() + sample.booting())
                                + area(40, instances, "#3b78b0", Sample::ready),
                        panel(HEIGHT + 80, backlog, "backlog") + area(HEIGHT + 80, backlog, "#b04a3b", Sample::backlog),
                        2 * HEIGHT + 100,
                        LEFT + WIDTH,
                        length().toMinutes());
    }

    private Duration length() {
        List<Sample> samples = outcome.samples();
        return Duration.between(Workload.START, samples.get(samples.size() - 1).at());
    }

    private static int most(List<Sample> samples, ToIntFunction<Sample> value) {
        return Math.max(1, samples.stream().mapToInt(value).max().orElse(1));
    }

    private static String panel(int top, int most, String label) {
        return """
            <text x="%d" y="%d">%s</text>
            <text x="%d" y="%d" text-anchor="end">%d</text>
            <rect x="%d" y="%d" width="%d" height="%d" fill="none" stroke="#999"/>
            """.formatted(LEFT, top - 4, label, LEFT - 6, top + 12, most, LEFT, top, WIDTH, HEIGHT);
    }

    private String area(int top, int most, String color, ToIntFunction<Sample> value) {
        String points = outcome.samples().stream()
                .map(sample -> String.format(
                        Locale.ROOT,
                        "V%.1f H%.1f",
                        top + HEIGHT * (1 - value.applyAsInt(sample) / (double) most),
                        x(sample)))
                .collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT,
                "<path d=\"M%d %d %s V%d Z\" fill=\"%s\"/>%n",
                LEFT,
                top + HEIGHT,
                points,
                top + HEIGHT,
                color);
    }

    private double x(Sample sample) {
        double share =
                Duration.between(Workload.START, sample.at()).toNanos() / (double) Math.max(1, length().toNanos());
        return LEFT + WIDTH * share;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
