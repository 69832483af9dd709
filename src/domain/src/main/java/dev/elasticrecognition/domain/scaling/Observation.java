package dev.elasticrecognition.domain.scaling;

import dev.elasticrecognition.domain.messaging.Backlog;
import java.time.Instant;

/**
 * All that a decision is made from.
 *
 * @param at when it was observed
 * @param backlog of the request queue
 * @param capacity instances that are, or will be, there to work; those just launched included, 0 or more
 */
public record Observation(Instant at, Backlog backlog, int capacity) {}
