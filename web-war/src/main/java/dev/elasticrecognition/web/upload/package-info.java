/** The door through which pictures come in. */
package dev.elasticrecognition.web.upload;
