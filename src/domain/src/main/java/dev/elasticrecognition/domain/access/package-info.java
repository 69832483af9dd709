/** Who may steer the service: the operator, by a password that is made at the first start. */
package dev.elasticrecognition.domain.access;
