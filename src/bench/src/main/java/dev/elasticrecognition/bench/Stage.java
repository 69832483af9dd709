package dev.elasticrecognition.bench;

import dev.elasticrecognition.onnx.EngineBenchmark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A stage of the engine, measured by JMH in a process of its own, with a worker's heap and collector.
 *
 * @param what as the table says it
 * @param benchmark the method of {@link EngineBenchmark}
 * @param threads how many do it at once
 * @param model the model directory
 */
record Stage(String what, String benchmark, int threads, Path model) implements Measurement {

    private static final TimeValue WARM_UP = TimeValue.seconds(5);
    private static final TimeValue ITERATION = TimeValue.seconds(3);

    @Override
    public Findings measure(List<Path> pictures) throws IOException {
        var options = new OptionsBuilder()
                .include(EngineBenchmark.class.getName().replace(".", "\\.") + "\\." + benchmark + "$")
                .param(
                        "pictures",
                        String.join("\n", pictures.stream().map(Path::toString).toList()))
                .param("model", model.toString())
                .threads(threads)
                .forks(1)
                .warmupIterations(2)
                .warmupTime(WARM_UP)
                .measurementIterations(3)
                .measurementTime(ITERATION)
                .jvmArgs("-Xmx2g", "-XX:+UseSerialGC")
                .addProfiler(CpuTime.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        try {
            return Findings.of(cost(new Runner(options).runSingle()));
        } catch (RunnerException e) {
            throw new IOException("%s can't be measured: %s".formatted(what, e.getMessage()), e);
        }
    }

    private Cost cost(RunResult result) {
        return new Cost(
                what,
                result.getPrimaryResult().getScore(),
                result.getSecondaryResults().get(CpuTime.LABEL).getScore());
    }
}
