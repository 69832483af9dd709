/** The service's own scaler around the policies that it runs, and its rivals, each with the sensors and timings that it really has. */
package dev.elasticrecognition.simulator.scalers;
