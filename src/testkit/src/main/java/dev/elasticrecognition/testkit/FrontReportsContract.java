package dev.elasticrecognition.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.fleet.FrontReports;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of front ends' reports keeps. Others may have left theirs in the one under test. */
public abstract class FrontReportsContract {

    private final String front = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();

    protected abstract FrontReports reports();

    @Test
    void theReportsOfAllAreThereAsTheyWereSent() {
        FrontReports reports = reports();

        reports.send(FleetSamples.report(front, 1));
        reports.send(FleetSamples.quietReport(other, 1));

        assertThat(reports.all()).contains(FleetSamples.report(front, 1), FleetSamples.quietReport(other, 1));
    }

    @Test
    void theLastReportCounts() {
        FrontReports reports = reports();
        reports.send(FleetSamples.report(front, 1));

        reports.send(FleetSamples.report(front, 2));

        assertThat(reports.all())
                .filteredOn(report -> report.front().equals(front))
                .containsExactly(FleetSamples.report(front, 2));
    }

    @Test
    void whoIsForgottenIsGoneAndTheOthersStay() {
        FrontReports reports = reports();
        reports.send(FleetSamples.report(front, 1));
        reports.send(FleetSamples.report(other, 1));

        reports.forget(front);

        assertThat(reports.all())
                .contains(FleetSamples.report(other, 1))
                .noneMatch(report -> report.front().equals(front));
    }

    @Test
    void whoNeverReportedCanBeForgotten() {
        FrontReports reports = reports();

        reports.forget(front);

        assertThat(reports.all()).noneMatch(report -> report.front().equals(front));
    }
}
