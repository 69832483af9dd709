/** The window at which answers are handed out. */
package dev.elasticrecognition.web.results;
