/** What operators see of the fleet and say to it, and what monitoring reads. All of it asks for the role {@code operator}. */
package dev.elasticrecognition.web.admin;
