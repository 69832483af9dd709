/** Carries accidents out. */
package dev.elasticrecognition.chaos.strikes;
