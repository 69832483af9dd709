package dev.elasticrecognition.bench;

/**
 * What an image costs somewhere.
 *
 * @param what costs it
 * @param imagesPerSecond by the clock; on a busy machine it says more of the machine
 * @param cpuMillis milliseconds of processor time for each image, of all threads of the process together
 */
record Cost(String what, double imagesPerSecond, double cpuMillis) {}
