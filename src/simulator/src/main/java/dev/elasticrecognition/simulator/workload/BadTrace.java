package dev.elasticrecognition.simulator.workload;

import java.nio.file.Path;

/** A file of arrivals holds something else. */
public final class BadTrace extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param line counted from 1
     * @param problem what is wrong and what is expected
     */
    BadTrace(Path file, int line, String problem) {
        super("%s, line %d: %s".formatted(file, line, problem));
    }
}
