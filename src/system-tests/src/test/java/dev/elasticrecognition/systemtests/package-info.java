/**
 * The whole product on this machine, entered through the doors that its users use; and what holds for all its jars at
 * once.
 */
package dev.elasticrecognition.systemtests;
