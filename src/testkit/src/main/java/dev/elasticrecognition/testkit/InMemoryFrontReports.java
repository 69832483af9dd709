package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.fleet.FrontReport;
import dev.elasticrecognition.domain.fleet.FrontReports;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The reports of front ends in memory. */
public final class InMemoryFrontReports implements FrontReports {

    private final Map<String, FrontReport> last = new ConcurrentHashMap<>();

    @Override
    public void send(FrontReport report) {
        last.put(report.front(), report);
    }

    @Override
    public List<FrontReport> all() {
        return List.copyOf(last.values());
    }

    @Override
    public void forget(String front) {
        last.remove(front);
    }
}
