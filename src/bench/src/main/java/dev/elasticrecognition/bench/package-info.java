/**
 * {@code elastic bench}: each {@link dev.elasticrecognition.bench.Measurement} is a row of one table. The benchmarks of the
 * engine's stages lie in the package of what they measure.
 */
package dev.elasticrecognition.bench;
