/**
 * The commands behind the launcher {@code elastic}, one class each: they read options, call the library or the local system
 * and print. Results go to standard output, everything else to standard error.
 */
package dev.elasticrecognition.client.cli;
