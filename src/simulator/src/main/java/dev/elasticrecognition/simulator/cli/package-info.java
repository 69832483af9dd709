/** The command line of the simulator. */
package dev.elasticrecognition.simulator.cli;
