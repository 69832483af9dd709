/** Says what came of runs: a table, and pictures of capacity and backlog over time. */
package dev.elasticrecognition.simulator.report;
