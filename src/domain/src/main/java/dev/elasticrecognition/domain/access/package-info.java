/**
 * Who may steer the service: the operator, by a password that is made at the first start, or by a session that a browser
 * begins with it.
 */
package dev.elasticrecognition.domain.access;
