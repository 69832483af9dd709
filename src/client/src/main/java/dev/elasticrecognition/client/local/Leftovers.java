package dev.elasticrecognition.client.local;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Ends what runs in a data directory, whether its supervisor still lives or not. */
public record Leftovers(DataDirectory data, Consumer<String> notices) {

    /** Ends supervisor, front end and local cloud, in this order, and says whether any of them ran. */
    public boolean end() throws IOException, InterruptedException {
        boolean any = endProcesses(Running.in(data).stream().toList());
        Running.forget(data);
        return any;
    }

    private boolean endProcesses(List<Running> running) throws InterruptedException {
        boolean any = false;
        for (Role role : Role.values()) {
            List<ProcessHandle> alive =
                    running.stream().flatMap(one -> alive(one, role)).toList();
            if (!alive.isEmpty()) {
                notices.accept("stopping the " + role + " (pid " + alive.get(0).pid() + ")");
                role.end(alive);
                any = true;
            }
        }
        return any;
    }

    private static Stream<ProcessHandle> alive(Running running, Role role) {
        return running.alive(role).stream();
    }
}
