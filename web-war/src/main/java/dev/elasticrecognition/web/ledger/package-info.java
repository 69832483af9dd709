/** The ledger, as anybody may see it. */
package dev.elasticrecognition.web.ledger;
