/** Who calls: what is for operators is locked, what is for everybody can be; and what those are told who don't get in. */
package dev.elasticrecognition.web.access;
