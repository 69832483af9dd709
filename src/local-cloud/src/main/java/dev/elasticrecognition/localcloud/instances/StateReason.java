package dev.elasticrecognition.localcloud.instances;

/**
 * Why an instance is in its state. A code {@code Client…} names the user or the instance itself as the cause, {@code
 * Server…} a failure.
 */
public record StateReason(String code, String message) {

    /** Somebody called the API. */
    public static StateReason userInitiated() {
        return client("UserInitiatedShutdown", "User initiated shutdown");
    }

    /** The user data ended by itself, and well. */
    public static StateReason instanceInitiated() {
        return client("InstanceInitiatedShutdown", "Instance initiated shutdown");
    }

    /** Something went wrong with the instance. */
    public static StateReason failure(String message) {
        return new StateReason("Server.InternalError", "Server.InternalError: " + message);
    }

    /** The machine was taken back, after notice. */
    public static StateReason interruption() {
        return new StateReason(
                "Server.SpotInstanceTermination", "Server.SpotInstanceTermination: Spot instance termination");
    }

    private static StateReason client(String name, String message) {
        return new StateReason("Client." + name, "Client.%s: %s".formatted(name, message));
    }
}
