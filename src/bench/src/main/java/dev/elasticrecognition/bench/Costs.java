package dev.elasticrecognition.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an image costs, from the bare model to the whole system, and what it should cost at most. */
record Costs(List<Cost> all) {

    static final String LIMIT = "ONNX Runtime alone, on ready tensors: the limit";
    static final String DECODE = "decode";
    static final String RESIZE = "resize and normalise";
    static final String ENGINE = "engine, as a worker calls it";
    static final String WORKER = "– of which the worker";
    static final String BACKLOG = "worker, working off a backlog";

    private static final double ENGINE_SHARE = 1.25;
    private static final double WORKER_SHARE = 1.5;

    Costs {
        all = List.copyOf(all);
    }

    Section section() {
        return Section.of(
                "What an image costs",
                "Processor time is that of all threads of a process, its compilers in their first minutes included.",
                List.of("", "images/s", "CPU-ms an image"),
                all.stream()
                        .map(cost -> List.of(
                                cost.what(), number("%.0f", cost.imagesPerSecond()), number("%.1f", cost.cpuMillis())))
                        .toList());
    }

    Section goals() {
        List<List<String>> rows = new ArrayList<>();
        double engine = ENGINE_SHARE * cpuMillis(LIMIT) + cpuMillis(DECODE);
        rows.add(goal("engine: 1.25 times bare inference, and the decode", engine, ENGINE));
        double worker = WORKER_SHARE * cpuMillis(ENGINE);
        for (String one : List.of(WORKER, BACKLOG)) {
            if (isMeasured(one)) {
                rows.add(goal(one.replace("– of which the ", "") + ": 1.5 times the engine", worker, one));
            }
        }
        return Section.of(
                "Goals",
                "In CPU-ms an image, so that they hold on any machine.",
                List.of("", "goal", "measured"),
                rows);
    }

    private List<String> goal(String what, double most, String measured) {
        return List.of(what, number("%.1f", most), number("%.1f", cpuMillis(measured)));
    }

    private boolean isMeasured(String what) {
        return all.stream().anyMatch(cost -> cost.what().equals(what));
    }

    private double cpuMillis(String what) {
        return all.stream()
                .filter(cost -> cost.what().equals(what))
                .mapToDouble(Cost::cpuMillis)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Not measured: " + what));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
