/**
 * Runs scaling policies against a workload in simulated time: the policy classes that the service runs, and rivals with
 * the sensors and timings that they really have. Nothing here waits, and the same seed gives the same answer.
 */
package dev.elasticrecognition.simulator;
