/** How long answers take, measured so that the measurements of many processes can be added up. */
package dev.elasticrecognition.domain.latency;
