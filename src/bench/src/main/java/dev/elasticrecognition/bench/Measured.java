package dev.elasticrecognition.bench;

/**
 * What a measurement says.
 *
 * @param imagesPerSecond by the clock; on a busy machine it says more of the machine
 * @param cpuMillisPerImage milliseconds of processor time, of all threads of the process together
 */
public record Measured(double imagesPerSecond, double cpuMillisPerImage) {}
