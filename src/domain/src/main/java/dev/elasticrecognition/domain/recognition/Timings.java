package dev.elasticrecognition.domain.recognition;

import java.time.Duration;

/**
 * Where a request's time went, up to the moment when its result was known.
 *
 * @param waiting from submission to the start of the work
 * @param fetching the picture from its store
 * @param decoding from bytes to the model's input
 * @param inference in the model
 */
public record Timings(Duration waiting, Duration fetching, Duration decoding, Duration inference) {}
