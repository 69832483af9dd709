package dev.elasticrecognition.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The scaling policies in simulated time, by {@code elastic simulate}.
 *
 * @param traffic its options that say which
 */
record Simulation(Launcher launcher, List<String> traffic) implements Measurement {

    @Override
    public String what() {
        return "scaling policies, simulated";
    }

    @Override
    public Findings measure(List<Path> pictures) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("simulate", "--format", "MARKDOWN", "--trials", "5"));
        command.addAll(traffic);
        String table = launcher.run(Map.of(), command.toArray(String[]::new));
        return Findings.of(new Section("Scaling policies, simulated", table));
    }
}
