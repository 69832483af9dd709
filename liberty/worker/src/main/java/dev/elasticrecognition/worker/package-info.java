/** The worker: one server, one fleet instance. It polls the request queue, recognises, and answers. */
package dev.elasticrecognition.worker;
