/** Which accident strikes whom at what time. It follows from the seed alone: nothing here knows a process or a clock. */
package dev.elasticrecognition.chaos.schedule;
