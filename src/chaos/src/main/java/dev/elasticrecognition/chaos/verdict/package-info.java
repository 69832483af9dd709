/** Holds the clients' list against what the stores, the ledger and the fleet say at the end. */
package dev.elasticrecognition.chaos.verdict;
