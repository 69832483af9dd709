package dev.elasticrecognition.domain.fleet;

import java.util.Objects;

/**
 * What must outlive every process.
 *
 * @param ledger by which one front end leads and the next one carries on
 * @param control what operators have said
 * @param heartbeats of the workers
 * @param reports of the front ends
 * @param decisions that had consequences
 */
public record FleetStores(
        SharedDocument<FleetLedger> ledger,
        SharedDocument<FleetControl> control,
        Heartbeats heartbeats,
        FrontReports reports,
        DecisionLog decisions) {

    public FleetStores {
        Objects.requireNonNull(ledger, "ledger");
        Objects.requireNonNull(control, "control");
        Objects.requireNonNull(heartbeats, "heartbeats");
        Objects.requireNonNull(reports, "reports");
        Objects.requireNonNull(decisions, "decisions");
    }
}
