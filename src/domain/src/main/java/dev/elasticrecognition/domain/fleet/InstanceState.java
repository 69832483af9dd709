package dev.elasticrecognition.domain.fleet;

/** The life of an instance, as the cloud tells it. */
public enum InstanceState {
    /** It was launched or started and doesn't run yet. */
    PENDING,
    /** It runs. */
    RUNNING,
    /** It is being stopped; it can be started again later. */
    STOPPING,
    /** It is stopped and costs next to nothing. */
    STOPPED,
    /** It ends. */
    SHUTTING_DOWN,
    /** It has ended. */
    TERMINATED
}
