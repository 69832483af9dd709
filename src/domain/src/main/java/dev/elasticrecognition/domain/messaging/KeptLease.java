package dev.elasticrecognition.domain.messaging;

/**
 * A lease that {@link KeepLeases} keeps. It ends once; what is asked of it afterwards has no effect.
 *
 * @param <T> what the message says
 */
public interface KeptLease<T> extends Lease<T> {

    /** Keeps it no longer, and leaves it to lapse. */
    void release();
}
