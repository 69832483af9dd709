package dev.elasticrecognition.domain.fleet;

/** The life of an instance, in order. */
public enum InstanceState {
    /** It was launched and doesn't run yet; perhaps the cloud doesn't even describe it yet. */
    PENDING,
    /** It runs. */
    RUNNING,
    /** It ends, or has ended. */
    TERMINATED;

    /** Whether an instance in this state is, or will be, there to work. */
    public boolean isAlive() {
        return this != TERMINATED;
    }
}
