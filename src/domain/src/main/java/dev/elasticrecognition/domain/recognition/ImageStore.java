package dev.elasticrecognition.domain.recognition;

import java.util.Optional;

/** Keeps the pictures that were submitted, each under its request's id. Safe for use by several threads. */
public interface ImageStore {

    /** Stores a picture; when this returns, it is there durably and every reader finds it. */
    void put(RequestId id, SubmittedImage image, byte[] content);

    /** What is known of a picture, or empty if none was submitted under this id. */
    Optional<SubmittedImage> find(RequestId id);

    /** A picture's file as it was sent, or empty if there is none under this id. */
    Optional<byte[]> content(RequestId id);
}
