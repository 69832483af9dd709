/** The local system as it is run for this: its processes, what its stores hold, and the detours on the way to them. */
package dev.elasticrecognition.chaos.system;
