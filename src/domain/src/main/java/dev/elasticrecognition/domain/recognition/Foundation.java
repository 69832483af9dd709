package dev.elasticrecognition.domain.recognition;

/** The stores and queues that the product stands on. */
public interface Foundation {

    /** Creates what is missing and leaves alone what is there. Harmless to repeat, also by several front ends at once. */
    void lay();
}
