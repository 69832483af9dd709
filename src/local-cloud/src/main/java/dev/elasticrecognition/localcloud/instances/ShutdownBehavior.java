package dev.elasticrecognition.localcloud.instances;

/** What becomes of an instance that ends by itself. */
public enum ShutdownBehavior {
    STOP(InstanceState.STOPPED),
    TERMINATE(InstanceState.TERMINATED);

    private final InstanceState finalState;

    ShutdownBehavior(InstanceState finalState) {
        this.finalState = finalState;
    }

    InstanceState finalState() {
        return finalState;
    }
}
