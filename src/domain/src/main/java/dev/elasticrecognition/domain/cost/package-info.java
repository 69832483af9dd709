/** What the fleet costs, and what came of it. */
package dev.elasticrecognition.domain.cost;
