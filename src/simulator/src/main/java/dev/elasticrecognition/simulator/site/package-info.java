/**
 * The simulated site: a request queue whose counts are stale, a cloud whose instances take time to boot and cost a minute
 * at least, workers that take whatever waits, and front ends that know what they sent. A discrete-event simulation.
 */
package dev.elasticrecognition.simulator.site;
