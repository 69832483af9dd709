package dev.elasticrecognition.web.upkeep;

import dev.elasticrecognition.domain.access.SessionSettings;
import dev.elasticrecognition.domain.access.Sessions;
import dev.elasticrecognition.domain.audit.Audit;
import dev.elasticrecognition.domain.audit.AuditTrail;
import dev.elasticrecognition.domain.deadletters.CollectDeadLetters;
import dev.elasticrecognition.domain.deadletters.CountDeadLetters;
import dev.elasticrecognition.domain.deadletters.DeadLetter;
import dev.elasticrecognition.domain.fleet.FleetView;
import dev.elasticrecognition.domain.fleet.SweepResponseQueues;
import dev.elasticrecognition.domain.fleet.Tick;
import dev.elasticrecognition.domain.history.KeepHistory;
import dev.elasticrecognition.domain.ledger.CountRequests;
import dev.elasticrecognition.domain.ledger.KeepJournal;
import dev.elasticrecognition.domain.ledger.Reconcile;
import dev.elasticrecognition.domain.ledger.SentJournal;
import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.recognition.Claims;
import dev.elasticrecognition.web.FrontEnd;
import dev.elasticrecognition.web.RunningModels;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps house, on a thread of its own: every front end writes down each second what it sent; the leader looks for requests
 * that were forgotten and for those that were given up, writes down each minute how the fleet stood, and once an hour throws
 * away what nobody needs any more. What fails is tried again the next time.
 */
@ApplicationScoped
public class Upkeep {

    private static final Logger LOG = System.getLogger(Upkeep.class.getName());

    private static final long JOURNAL_SECONDS = 1;
    private static final long HISTORY_SECONDS = 5;
    private static final long SWEEP_SECONDS = 3600;

    /** A reconciliation is followed by a pause of so many times its length. */
    private static final int REST = 20;

    /** The queue forgets a request by then. */
    private static final Duration JOURNAL_KEPT = Duration.ofDays(14);

    private static final Duration CLAIMS_KEPT = Duration.ofDays(1);

    @Inject
    FrontEnd frontEnd;

    @Inject
    FleetView fleetView;

    @Inject
    RunningModels runningModels;

    @Inject
    KeepJournal keepJournal;

    @Inject
    KeepHistory keepHistory;

    @Inject
    CountRequests countRequests;

    @Inject
    Reconcile reconcile;

    @Inject
    CollectDeadLetters collectDeadLetters;

    @Inject
    CountDeadLetters countDeadLetters;

    @Inject
    SweepResponseQueues sweepResponseQueues;

    @Inject
    SentJournal journal;

    @Inject
    Claims claims;

    @Inject
    AuditTrail auditTrail;

    @Inject
    Sessions sessions;

    @Inject
    SessionSettings sessionSettings;

    @Inject
    InstantSource clock;

    @Inject
    @ConfigProperty(name = "elastic.ledger.reconcile")
    Duration betweenReconciliations;

    @Inject
    @ConfigProperty(name = "elastic.dead-letters.collect")
    Duration betweenCollections;

    @Resource
    ManagedThreadFactory threads;

    private final List<Future<?>> tasks = new ArrayList<>();
    private ScheduledExecutorService timer;
    private Instant nextReconciliation = Instant.EPOCH;

    void start(@Observes Startup startup) {
        timer = Executors.newSingleThreadScheduledExecutor(threads);
        every(JOURNAL_SECONDS * 1000, "write down what was sent", this::keepJournal);
        every(betweenReconciliations.toMillis(), "look for requests that were forgotten", this::reconcile);
        every(betweenCollections.toMillis(), "collect the dead letters", this::collectDeadLetters);
        every(HISTORY_SECONDS * 1000, "keep the history", this::keepHistory);
        every(SWEEP_SECONDS * 1000, "throw away what is old", this::sweep);
    }

    /** What was sent and seen last is written down before the front end ends. */
    void stop(@Observes Shutdown shutdown) {
        tasks.forEach(task -> task.cancel(true));
        timer.shutdown();
        attempt("write down what was sent", this::keepJournal);
        attempt("write down the last of the history", () -> keepHistory.end(isLeading()));
    }

    private void keepHistory() {
        if (frontEnd.isReady()) {
            keepHistory.keep(isLeading());
        }
    }

    private void keepJournal() {
        runningModels.get();
        keepJournal.keep();
    }

    /** Where it takes long to list what is in the stores, it's done less often. */
    private void reconcile() {
        Instant start = clock.instant();
        if (!frontEnd.isReady() || start.isBefore(nextReconciliation)) {
            return;
        }
        if (isLeading()) {
            reconcileForAll();
        } else {
            countRequests.count();
        }
        Instant end = clock.instant();
        nextReconciliation = end.plus(Duration.between(start, end).multipliedBy(REST));
    }

    private void reconcileForAll() {
        Reconcile.Outcome outcome = reconcile.reconcile();
        if (outcome.sentAgain() > 0 || outcome.expired() > 0) {
            LOG.log(
                    Level.INFO,
                    "{0} requests had not reached the queue and were sent again; {1} had passed their deadline",
                    outcome.sentAgain(),
                    outcome.expired());
        }
    }

    /** Every front end tells how many there are. */
    private void collectDeadLetters() {
        if (!frontEnd.isReady()) {
            return;
        }
        if (isLeading()) {
            collectDeadLetters.collect().forEach(Upkeep::tell);
        }
        countDeadLetters.count();
    }

    private static void tell(DeadLetter letter) {
        LOG.log(Level.WARNING, "Request {0} was given up. {1}", letter.id(), letter.reason());
    }

    private void sweep() {
        if (isLeading()) {
            sweepResponseQueues.sweep().forEach(name -> LOG.log(Level.INFO, "Swept the response queue {0}", name));
            journal.forgetBefore(clock.instant().minus(JOURNAL_KEPT));
            claims.forgetBefore(clock.instant().minus(CLAIMS_KEPT));
            auditTrail.forgetBefore(clock.instant().minus(Audit.KEPT));
            sessions.forgetBefore(clock.instant().minus(sessionSettings.idle()));
        }
    }

    private boolean isLeading() {
        return fleetView.latest().map(Tick::leading).orElse(false);
    }

    private void every(long millis, String what, Runnable task) {
        tasks.add(timer.scheduleWithFixedDelay(() -> attempt(what, task), millis, millis, TimeUnit.MILLISECONDS));
    }

    private static void attempt(String what, Runnable task) {
        try {
            task.run();
        } catch (Unavailable e) {
            LOG.log(Level.WARNING, "Could not {0}; it is tried again. {1}", what, e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Could not " + what + "; it is tried again", e);
        }
    }
}
