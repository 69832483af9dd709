package dev.elasticrecognition.domain.recognition;

import dev.elasticrecognition.domain.messaging.MessageQueue;

/** The response queue of this very front end, on which the results of the requests that it took are announced. */
public interface ResponseQueue extends MessageQueue<RecognitionResult> {

    /** The name that requests carry as their {@linkplain RecognitionRequest#replyTo() reply address}. */
    String name();

    /** Creates the queue; there must be none of this name. */
    void open();

    /** Deletes the queue with all that is in it. */
    void close();
}
