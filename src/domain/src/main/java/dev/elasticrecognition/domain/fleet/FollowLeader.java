package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.messaging.Unavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A worker's part in the fleet, in steps of about a second: it reports, reads the ledger and obeys.
 *
 * <p>A worker is ready when it has said so and has then found no drain in the ledger, in this order: whoever wants it
 * ended writes the drain first and then looks for a heartbeat. If there is one, the worker is given the time to drain; if
 * there is none, the worker has yet to read the ledger, will find the drain and never receive, and so its instance can be
 * ended at once.
 *
 * <p>A drain holds for the life of the worker, even if it vanishes from the ledger: a worker that is drained waits, still
 * reporting, for its instance to be ended or stopped. One that has heard of no leader and had no work for a time ends by
 * itself, drained or not; nobody would end it otherwise.
 *
 * <p>When the stores behind this don't answer, a worker that receives goes on receiving, and one that has not begun tries
 * again.
 *
 * <p>Safe for use by several threads.
 */
public final class FollowLeader {

    private static final Logger LOG = System.getLogger(FollowLeader.class.getName());

    private final ReportWorker reporter;
    private final SharedDocument<FleetLedger> ledger;
    private final Follower worker;
    private final Duration patience;
    private final InstantSource clock;

    private boolean receiving;
    private boolean troubled;
    private boolean ended;
    private Optional<String> lastTag = Optional.empty();
    private long lastDone;
    private Instant lastNeeded;

    /**
     * @param reporter of the same worker
     * @param patience for how long a worker that nobody seems to need goes on
     */
    public FollowLeader(
            ReportWorker reporter,
            SharedDocument<FleetLedger> ledger,
            Follower worker,
            Duration patience,
            InstantSource clock) {
        this.reporter = reporter;
        this.ledger = ledger;
        this.worker = worker;
        this.patience = patience;
        this.clock = clock;
        this.lastNeeded = clock.instant();
    }

    /** Takes one step. It throws nothing: what goes wrong is logged when it begins, and when it's over. */
    public synchronized void step() {
        boolean reported = attempt(reporter::report);
        boolean obeyed = attempt(this::obey);
        boolean answered = attempt(reporter::report);
        if (troubled && reported && obeyed && answered) {
            troubled = false;
            LOG.log(Level.INFO, "The leader can be followed again");
        }
        endUnlessNeeded();
    }

    private boolean attempt(Runnable part) {
        try {
            part.run();
            return true;
        } catch (Unavailable e) {
            begin(() -> LOG.log(Level.WARNING, "The worker goes on as it is, without its leader. {0}", e.getMessage()));
        } catch (RuntimeException e) {
            begin(() -> LOG.log(Level.ERROR, "The worker goes on as it is, without its leader. That is unexpected", e));
        }
        return false;
    }

    private void begin(Runnable trouble) {
        if (!troubled) {
            troubled = true;
            trouble.run();
        }
    }

    private void obey() {
        Optional<SharedDocument.Version<FleetLedger>> read = ledger.read();
        listenFor(read.map(SharedDocument.Version::tag));
        Optional<Drain> drain = read.flatMap(version -> version.value().drainOf(reporter.instance()));
        if (worker.state() != WorkerState.READY) {
            return;
        }
        if (drain.isPresent()) {
            LOG.log(Level.INFO, "Draining: {0}", drain.get().why());
            worker.drain();
        } else if (!receiving && reporter.hasReported()) {
            receiving = true;
            worker.receive();
        }
    }

    private void listenFor(Optional<String> tag) {
        if (!tag.equals(lastTag)) {
            lastTag = tag;
            lastNeeded = clock.instant();
        }
    }

    private void endUnlessNeeded() {
        Work work = worker.work();
        if (work.inProgress() > 0 || work.done() != lastDone) {
            lastDone = work.done();
            lastNeeded = clock.instant();
        }
        if (!ended && !clock.instant().isBefore(lastNeeded.plus(patience))) {
            ended = true;
            LOG.log(Level.INFO, "No leader was heard and there was no work for {0}; this worker ends", patience);
            worker.end();
        }
    }
}
