/** What went wrong, as problem documents (RFC 9457): every error that a program can meet leaves through here. */
package dev.elasticrecognition.web.problems;
