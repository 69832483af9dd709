/**
 * How many instances there shall be: an observation goes in, a decision with its reason comes out. Values and pure
 * functions only; what is done about a decision is in {@code fleet}.
 */
package dev.elasticrecognition.domain.scaling;
