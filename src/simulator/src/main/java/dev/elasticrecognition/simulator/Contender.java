package dev.elasticrecognition.simulator;

import dev.elasticrecognition.simulator.site.Conditions;
import dev.elasticrecognition.simulator.site.Outcome;
import dev.elasticrecognition.simulator.site.Scaler;
import dev.elasticrecognition.simulator.site.Simulation;
import dev.elasticrecognition.simulator.workload.Workload;
import java.util.function.Supplier;

/** Somebody who takes part in a comparison. */
public interface Contender {

    /** What it's called in a report, with its setting. */
    String name();

    /** Runs it from the beginning. */
    Outcome run(Workload workload, Conditions conditions, long seed);

    /** A contender with a scaler, a new one for each run. */
    static Contender of(String name, Supplier<Scaler> scaler) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Outcome run(Workload workload, Conditions conditions, long seed) {
                return Simulation.run(workload, conditions, scaler.get(), seed);
            }
        };
    }
}
