package dev.elasticrecognition.domain.fleet;

/** What a worker says that it does. */
public enum WorkerState {
    /** It takes requests. */
    READY,
    /** It takes no more requests and finishes what it has. */
    DRAINING,
    /** It holds nothing any more and can be ended. */
    DRAINED
}
