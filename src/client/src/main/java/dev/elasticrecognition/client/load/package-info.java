/**
 * Load upon a service, and what it tells of it. A {@link dev.elasticrecognition.client.load.Loop} begins requests, a
 * {@link dev.elasticrecognition.client.load.Target} sends them, a {@link dev.elasticrecognition.client.load.Recording} keeps
 * what became of each, a {@link dev.elasticrecognition.client.load.FleetWatch} what the fleet did meanwhile; the
 * {@link dev.elasticrecognition.client.load.LoadReport} is made from both. Times are nanoseconds since the beginning of the
 * load, on a clock that nobody sets.
 */
package dev.elasticrecognition.client.load;
