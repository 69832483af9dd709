/** What shows from outside how things go: health, the traces of calls, and the request's id in the log. */
package dev.elasticrecognition.web.observing;
