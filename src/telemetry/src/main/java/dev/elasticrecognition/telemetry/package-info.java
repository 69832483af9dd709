/**
 * One request's way through front end, queue, worker and back, to be followed from outside: as an OpenTelemetry trace, made
 * by what is wrapped around the domain's ports, and by the request's id in the log. The domain knows nothing of it, and
 * nobody else of OpenTelemetry.
 */
package dev.elasticrecognition.telemetry;
