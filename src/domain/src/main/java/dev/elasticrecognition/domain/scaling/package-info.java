/**
 * How many workers there shall be, and what is done about it: an observation goes in, a decision with its reason comes
 * out, and the fleet is made to follow.
 */
package dev.elasticrecognition.domain.scaling;
