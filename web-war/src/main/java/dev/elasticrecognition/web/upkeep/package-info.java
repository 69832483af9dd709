/** What a front end does beside answering calls, so that nothing is lost and nothing is left behind. */
package dev.elasticrecognition.web.upkeep;
