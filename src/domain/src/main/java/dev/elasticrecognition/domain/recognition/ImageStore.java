package dev.elasticrecognition.domain.recognition;

import java.util.List;
import java.util.Optional;

/** Keeps the pictures that were submitted, each under its request's id. Safe for use by several threads. */
public interface ImageStore {

    /** The most that one listing gives. */
    int MOST = 1000;

    /** Stores a picture; when this returns, it is there durably and every reader finds it. */
    StoredImage put(Submission submission, ImageContent content);

    /** What is known of a picture, or empty if none was submitted under this id. */
    Optional<Submission> find(RequestId id);

    /** A picture's file as it was sent, or empty if there is none under this id, or it was withdrawn. */
    Optional<byte[]> content(RequestId id);

    /**
     * A picture with its file as it was sent, to be read as it's needed; empty as {@link #content} is.
     *
     * @return is closed by the caller, read to its end or not
     */
    Optional<OpenImage> open(RequestId id);

    /** Removes a picture's content for good and keeps what is known of it. */
    void withdraw(Submission submission);

    /**
     * Lists pictures, newest first.
     *
     * @param after begins with the next older one; empty to begin with the newest
     * @param atMost 1 to {@link #MOST}
     * @return as many as there are, but no more than asked for
     */
    List<StoredImage> list(Optional<RequestId> after, int atMost);
}
