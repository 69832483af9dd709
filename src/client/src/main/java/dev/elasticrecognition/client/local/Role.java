package dev.elasticrecognition.client.local;

import java.time.Duration;
import java.util.List;

/** The processes of a local system, in the order in which they end. */
public enum Role {
    /** Watches the others. It needs as long as both of them together. */
    SUPERVISOR("supervisor", Duration.ofSeconds(115)),
    /** Its start script may stand between us and the server, so every process of it is asked to end. */
    FRONT_END("front end", Duration.ofSeconds(40)) {
        @Override
        List<ProcessHandle> asked(ProcessHandle root) {
            return ProcessTree.of(root);
        }
    },
    /** Ends its instances by itself, when it is asked to end. */
    LOCAL_CLOUD("local cloud", Duration.ofSeconds(60));

    private final String label;
    private final Duration patience;

    Role(String label, Duration patience) {
        this.label = label;
        this.patience = patience;
    }

    /** Ends a process that has this role. */
    void end(List<ProcessHandle> processes) throws InterruptedException {
        ProcessTree.end(
                processes.stream()
                        .flatMap(root -> asked(root).stream())
                        .distinct()
                        .toList(),
                patience);
    }

    /** Which of a process's descendants are asked to end, beside itself. */
    List<ProcessHandle> asked(ProcessHandle root) {
        return List.of(root);
    }

    @Override
    public String toString() {
        return label;
    }
}
