/**
 * The rules of the house, innermost: recognition, messaging and scaling, with the ports that they need. Nothing here
 * knows which cloud it runs in, which container, or what time it is.
 */
package dev.elasticrecognition.domain;
