/** The instances that work, and how they are made to follow the decisions of {@code scaling}. */
package dev.elasticrecognition.domain.fleet;
