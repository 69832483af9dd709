/**
 * Queues as the product sees them: messages are sent, received under a lease and completed, and their backlog can be
 * counted. Delivery is at least once and in no particular order.
 */
package dev.elasticrecognition.domain.messaging;
