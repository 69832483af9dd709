/**
 * Faults on demand, as a real cloud has them of its own accord: a {@link
 * dev.elasticrecognition.localcloud.faults.FaultPlan plan} is set over HTTP and held in memory by {@link
 * dev.elasticrecognition.localcloud.faults.Faults}. Calls meet it in {@link
 * dev.elasticrecognition.localcloud.faults.FaultyActions}, instances in {@link
 * dev.elasticrecognition.localcloud.faults.FaultyConditions}; nothing else knows of faults.
 */
package dev.elasticrecognition.localcloud.faults;
