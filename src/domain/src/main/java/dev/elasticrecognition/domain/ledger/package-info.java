/**
 * The proof that nothing is lost: all requests counted from the stores, and what was accepted but never reached the queue
 * found and sent again.
 */
package dev.elasticrecognition.domain.ledger;
