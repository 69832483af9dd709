package dev.elasticrecognition.web.ledger;

import dev.elasticrecognition.domain.ledger.CountRequests;
import dev.elasticrecognition.domain.ledger.Ledger;
import dev.elasticrecognition.web.problems.ProblemDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The proof that nothing is lost. It is counted when it's asked for, but not more than once in a second. */
@Path("ledger")
@ApplicationScoped
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public class LedgerResource {

    private static final Duration FRESH = Duration.ofSeconds(1);

    @Inject
    CountRequests countRequests;

    @Inject
    InstantSource clock;

    private Ledger latest;

    @GET
    @Operation(summary = "Counts all requests, by how they stand")
    public synchronized LedgerDocument ledger() {
        if (latest == null || latest.at().plus(FRESH).isBefore(clock.instant())) {
            latest = countRequests.count();
        }
        return LedgerDocument.of(latest);
    }
}
