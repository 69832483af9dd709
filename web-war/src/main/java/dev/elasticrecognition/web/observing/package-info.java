/** What shows from outside how calls go: their traces, and the request's id in the log. */
package dev.elasticrecognition.web.observing;
