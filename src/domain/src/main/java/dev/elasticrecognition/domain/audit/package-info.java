/** Who changed what: everything that operators do leaves an entry. */
package dev.elasticrecognition.domain.audit;
