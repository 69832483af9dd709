package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.history.History;
import dev.elasticrecognition.domain.history.Point;
import dev.elasticrecognition.web.admin.HistoryDocument.PointDocument;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The last hour as the console's table shows it; the charts get it from {@code GET /api/fleet/history}. */
@Named("history")
@RequestScoped
public class HistoryPage {

    private static final Duration SPAN = Duration.ofHours(1);
    private static final Duration STEP = Duration.ofMinutes(5);

    @Inject
    History history;

    @Inject
    InstantSource clock;

    /** In steps, oldest first. */
    public List<PointDocument> getHour() {
        return Point.of(history.since(Point.start(clock.instant().minus(SPAN), STEP)), STEP).stream()
                .map(PointDocument::of)
                .toList();
    }

    /** The most that was in the queue; null if it couldn't be asked. */
    public Integer waiting(PointDocument point) {
        return point.visible() == null ? null : point.visible() + point.inFlight() + point.delayed();
    }
}
