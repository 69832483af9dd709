package dev.elasticrecognition.localcloud.instances;

/**
 * Where an instance is in its life.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceState.html">InstanceState</a>
 */
public enum InstanceState {
    PENDING(0, "pending"),
    RUNNING(16, "running"),
    SHUTTING_DOWN(32, "shutting-down"),
    TERMINATED(48, "terminated"),
    STOPPING(64, "stopping"),
    STOPPED(80, "stopped");

    private final int code;
    private final String wireName;

    InstanceState(int code, String wireName) {
        this.code = code;
        this.wireName = wireName;
    }

    /** The low byte of the code on the wire; the high byte is always zero here. */
    public int code() {
        return code;
    }

    /** The name on the wire. */
    public String wireName() {
        return wireName;
    }

    /** Whether processes may live in this state, so that the instance counts against the quota. */
    public boolean usesMachine() {
        return this != TERMINATED && this != STOPPED;
    }

    /** Whether the instance boots or works, and nobody has told it to end. */
    public boolean isUp() {
        return this == PENDING || this == RUNNING;
    }
}
