/**
 * The EJBs about the workers: timers by which the front end keeps as many of them running as there shall be. The worker
 * itself is a server of its own and isn't here.
 */
package dev.elasticrecognition.workers;
