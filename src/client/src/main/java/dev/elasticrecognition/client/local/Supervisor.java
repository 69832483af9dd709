package dev.elasticrecognition.client.local;

import dev.elasticrecognition.client.RecognitionClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Runs the local system: {@linkplain #start starts} the local cloud, then the front end; {@linkplain #watch watches} them and
 * starts again what dies; on {@linkplain #close closing}, from whatever thread, ends them the other way round.
 */
public final class Supervisor implements AutoCloseable {

    private static final Duration CLOUD_START = Duration.ofMinutes(2);
    private static final Duration FRONT_START = Duration.ofMinutes(3);

    private final DataDirectory data;
    private final Ports ports;
    private final Layout layout;
    private final Programs programs;
    private final Consumer<String> notices;
    private final Children children;
    private final Deaths deaths = new Deaths(InstantSource.system());
    private final BlockingQueue<Optional<Child>> dead = new LinkedBlockingQueue<>();
    private final AtomicReference<UpLock> lock = new AtomicReference<>();
    private CloudUrls cloud;

    /**
     * @param notices hears, a line each, what happens to the processes
     */
    public Supervisor(Layout layout, DataDirectory data, Ports ports, Consumer<String> notices) {
        this.layout = layout;
        this.data = data;
        this.ports = ports;
        this.notices = notices;
        this.programs = new Programs(layout, data, ports);
        this.children = new Children(data, ports);
    }

    /** Returns when the front end is ready for uploads; throws and leaves nothing behind when it doesn't get there. */
    public void start() throws IOException, InterruptedException {
        refuseWithoutBuild();
        lock.set(UpLock.take(data.create()).orElseThrow(this::alreadyUp));
        try {
            new Leftovers(data, notices).end();
            refuseTakenPorts();
            children.write(false);
            startCloud();
            startFrontEnd();
            children.allReady();
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Returns after the closing; throws when a program dies too often or doesn't come back. */
    public void watch() throws IOException, InterruptedException {
        Optional<Child> next = dead.take();
        while (next.isPresent() && !children.isEnded()) {
            startAgain(next.get());
            next = dead.take();
        }
    }

    /** Whether closing has begun. */
    public boolean isClosing() {
        return children.isEnded();
    }

    @Override
    public void close() {
        UpLock held = lock.get();
        if (held != null) {
            end(held);
        }
    }

    private void end(UpLock held) {
        try {
            if (children.areRunning()) {
                notices.accept("stopping the front end, then the local cloud");
            }
            children.end();
            lock.set(null);
            held.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            dead.add(Optional.empty());
        }
    }

    private void startCloud() throws IOException, InterruptedException {
        Child child = children.start(programs.localCloud());
        cloud = child.awaitReady(() -> CloudUrls.in(child.program().log().text()), CLOUD_START);
        watchFor(child);
    }

    private void startFrontEnd() throws IOException, InterruptedException {
        Child child = children.start(programs.frontEnd(cloud));
        try (var client = new RecognitionClient(ports.service())) {
            child.awaitReady(
                    () -> {
                        bringBackCloud();
                        return Optional.of(client).filter(RecognitionClient::isReady);
                    },
                    FRONT_START);
        }
        watchFor(child);
    }

    /** Without it the front end never gets ready, and as long as that is awaited nobody else starts it again. */
    private void bringBackCloud() throws IOException, InterruptedException {
        Optional<Child> next = dead.peek();
        if (next != null
                && next.filter(child -> child.role() == Role.LOCAL_CLOUD).isPresent()) {
            dead.remove();
            bringBack(next.get());
        }
    }

    private void watchFor(Child child) {
        var unused = child.process().onExit().thenRun(() -> dead.add(Optional.of(child)));
    }

    private void startAgain(Child child) throws IOException, InterruptedException {
        bringBack(child);
        children.allReady();
    }

    private void bringBack(Child child) throws IOException, InterruptedException {
        String what = "the %s ended with status %d"
                .formatted(child.describe(), child.process().exitValue());
        if (deaths.areTooManyWith(child.role())) {
            throw new LocalSystemException("Giving up: %s, the third time within a minute. %s"
                    .formatted(what, child.program().log().tail()));
        }
        notices.accept(what + "; starting it again");
        children.endRestOf(child);
        if (child.role() == Role.LOCAL_CLOUD) {
            startCloud();
        } else {
            startFrontEnd();
        }
    }

    private void refuseWithoutBuild() {
        List<Path> missing = layout.missing();
        if (!missing.isEmpty()) {
            throw new RefusedException("%s is missing. Build it: mvn -DskipTests package".formatted(missing.get(0)));
        }
    }

    private void refuseTakenPorts() {
        List<String> taken = ports.taken();
        if (!taken.isEmpty()) {
            throw new RefusedException("Another program listens on %s. Stop it or choose another port"
                    .formatted(String.join(", ", taken)));
        }
    }

    private RefusedException alreadyUp() {
        String url = Running.in(data)
                .map(running -> running.ports().service().toString())
                .orElse("starting");
        return new RefusedException("%s is already up: %s".formatted(data.path(), url));
    }
}
