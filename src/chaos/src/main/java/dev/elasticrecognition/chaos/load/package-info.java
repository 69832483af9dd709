/** The clients, and their own list of what was promised to them and what they were told. */
package dev.elasticrecognition.chaos.load;
