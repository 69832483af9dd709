/**
 * Pages for people. They keep no session and no state on the server, so that any front end answers: views are transient,
 * and changes go through the REST interface, like everybody's. What a browser needs besides lies below {@code /assets}.
 */
package dev.elasticrecognition.web.pages;
