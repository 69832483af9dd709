/**
 * One picture's way: {@link dev.elasticrecognition.domain.recognition.SubmitImage submitted},
 * {@link dev.elasticrecognition.domain.recognition.RecognizeImage recognised},
 * {@link dev.elasticrecognition.domain.recognition.DeliverResult delivered}; with the words in which it is told and the
 * ports that it needs.
 */
package dev.elasticrecognition.domain.recognition;
