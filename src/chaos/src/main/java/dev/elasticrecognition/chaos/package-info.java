/**
 * {@code elastic chaos}: the {@linkplain dev.elasticrecognition.chaos.Course course} of a run, from the start of the local
 * system to the verdict.
 */
package dev.elasticrecognition.chaos;
