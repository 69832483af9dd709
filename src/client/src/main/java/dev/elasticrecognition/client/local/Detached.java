package dev.elasticrecognition.client.local;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A supervisor in the background.
 *
 * @param command runs a supervisor in the foreground and ends with {@link #REFUSED} if it starts nothing
 */
public record Detached(List<String> command, DataDirectory data) {

    /** The exit status of a supervisor that found something in its way. */
    public static final int REFUSED = 2;

    private static final Duration START = Duration.ofSeconds(330);

    /** Returns once the local system is ready; throws with what the supervisor said when it doesn't get there. */
    public Running start() throws IOException, InterruptedException {
        refuseSecond();
        data.create();
        Child supervisor =
                Child.start(new Program(Role.SUPERVISOR, command, Map.of(), new LogFile(data.supervisorLog())));
        try {
            return supervisor.awaitReady(() -> readyUnder(supervisor), START);
        } catch (LocalSystemException e) {
            supervisor.role().end(supervisor.processes());
            throw supervisor.process().waitFor() == REFUSED ? new RefusedException(e.getMessage()) : e;
        }
    }

    private void refuseSecond() {
        Running.in(data)
                .filter(running -> !running.alive(Role.SUPERVISOR).isEmpty())
                .ifPresent(running -> {
                    throw new RefusedException("%s is already up: %s"
                            .formatted(data.path(), running.ports().service()));
                });
    }

    private Optional<Running> readyUnder(Child supervisor) {
        return Running.in(data)
                .filter(Running::ready)
                .filter(running -> running.alive(Role.SUPERVISOR)
                        .contains(supervisor.process().toHandle()));
    }
}
