/** Results told as they come, as server-sent events. */
package dev.elasticrecognition.web.events;
