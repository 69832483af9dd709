/** What is asked of the service: when requests arrive and how long each takes. The same for every policy of a comparison. */
package dev.elasticrecognition.simulator.workload;
