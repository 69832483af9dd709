package dev.elasticrecognition.bench;

/**
 * A row of the table.
 *
 * @param name what was measured
 */
record Row(String name, Measured measured) {}
