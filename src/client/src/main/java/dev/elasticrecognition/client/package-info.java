/**
 * The REST client library: send an image, get a {@link dev.elasticrecognition.client.Recognition}. Here belongs what is
 * true for every program that talks to the service over HTTP; nothing that prints, and nothing of the service's own code.
 */
package dev.elasticrecognition.client;
