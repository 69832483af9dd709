/** How the fleet stood at every moment of the last hours, for whoever draws it or asks what would have been. */
package dev.elasticrecognition.domain.history;
