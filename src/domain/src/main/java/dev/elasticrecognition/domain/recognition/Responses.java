package dev.elasticrecognition.domain.recognition;

/** Announces results to whoever asked. An announcement may be lost or repeated: the result is in the store. */
public interface Responses {

    /**
     * Announces a result.
     *
     * @param replyTo the response queue that the request named; if it is gone, so is whoever asked, and nothing is sent
     */
    void send(String replyTo, RecognitionResult result);
}
