package dev.elasticrecognition.domain.scaling;

/**
 * What comes and goes.
 *
 * @param arrivals requests that front ends sent
 * @param completions requests that workers answered
 */
public record Traffic(Rates arrivals, Rates completions) {

    public static final Traffic NONE = new Traffic(Rates.NONE, Rates.NONE);
}
