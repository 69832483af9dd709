package dev.elasticrecognition.web.ledger;

import dev.elasticrecognition.domain.ledger.CountRequests;
import dev.elasticrecognition.domain.ledger.Ledger;
import dev.elasticrecognition.domain.messaging.Unavailable;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The ledger for pages, which don't wait while it is counted: they show the last count, and the next one follows. */
@Named("ledger")
@ApplicationScoped
public class LedgerPage {

    private static final Logger LOG = System.getLogger(LedgerPage.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(1);

    @Inject
    CountRequests countRequests;

    @Inject
    InstantSource clock;

    @Resource
    ManagedExecutorService executor;

    private final AtomicBoolean counting = new AtomicBoolean();

    /** What was counted last; null if nothing ever was. */
    public LedgerDocument getCounted() {
        Optional<Ledger> latest = countRequests.latest();
        if (latest.filter(this::isFresh).isEmpty() && counting.compareAndSet(false, true)) {
            executor.execute(this::count);
        }
        return latest.map(LedgerDocument::of).orElse(null);
    }

    private boolean isFresh(Ledger ledger) {
        return clock.instant().isBefore(ledger.at().plus(FRESH));
    }

    private void count() {
        try {
            countRequests.count();
        } catch (Unavailable e) {
            LOG.log(Level.WARNING, "Could not count the requests. {0}", e.getMessage());
        } finally {
            counting.set(false);
        }
    }
}
