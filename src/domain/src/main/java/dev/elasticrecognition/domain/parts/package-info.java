/** What the service stands on, and whether it holds. */
package dev.elasticrecognition.domain.parts;
