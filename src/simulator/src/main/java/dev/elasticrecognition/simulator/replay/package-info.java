/** What came in lately, once more through other policies: the engine of the question "what if". */
package dev.elasticrecognition.simulator.replay;
