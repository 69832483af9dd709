package dev.elasticrecognition.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Something that takes pictures and can be measured. */
interface Measurement {

    /** What is measured, in a few words. */
    String what();

    /**
     * Measures.
     *
     * @param pictures files, in no order
     * @throws IOException if what is measured can't be started, or is broken
     */
    Findings measure(List<Path> pictures) throws IOException, InterruptedException;
}
