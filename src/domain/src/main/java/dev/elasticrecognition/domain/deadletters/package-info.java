/**
 * Requests that were received too often and never came to an end: they are told as failed, kept, and sent again or let go by
 * operators.
 */
package dev.elasticrecognition.domain.deadletters;
