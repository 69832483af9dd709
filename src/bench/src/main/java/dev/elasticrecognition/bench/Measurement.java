package dev.elasticrecognition.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Something that takes pictures and can be measured: a row of the table. */
interface Measurement {

    /** What is measured, as the table says it. */
    String name();

    /**
     * Measures. Takes half a minute at most.
     *
     * @param pictures files, in no order
     * @throws IOException if what is measured can't be started, or is broken
     */
    Measured measure(List<Path> pictures) throws IOException;
}
