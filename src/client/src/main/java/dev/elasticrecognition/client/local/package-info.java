/**
 * Runs the whole service on this machine: the local cloud and a front end as child processes of a
 * {@link dev.elasticrecognition.client.local.Supervisor}. Here belongs how processes are started, watched and stopped;
 * what they do is known to themselves alone.
 */
package dev.elasticrecognition.client.local;
