package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.fleet.DecisionLog;
import dev.elasticrecognition.domain.fleet.DecisionLog.Filter;
import dev.elasticrecognition.web.admin.DecisionsDocument.TakenDecision;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The decisions as the console shows them: a page of those that are wanted, newest first. */
@Named("decisions")
@RequestScoped
public class DecisionsPage {

    private static final int AT_ONCE = 30;

    @Inject
    DecisionLog decisionLog;

    @Inject
    ExternalContext call;

    private DecisionLog.Page page;

    @PostConstruct
    void read() {
        Filter filter = new Filter(time(getFrom()), time(getTo()), isActed());
        page = decisionLog.page(
                filter, Optional.ofNullable(parameter("cursor")).filter(DecisionsPage::isCursor), AT_ONCE);
    }

    public List<TakenDecision> getTaken() {
        return page.decisions().stream().map(TakenDecision::of).toList();
    }

    /** Where older ones are; null on the last page. */
    public String getOlder() {
        return page.next()
                .map(cursor -> UriBuilder.fromPath("/console/decisions")
                        .queryParam("cursor", "{cursor}")
                        .queryParam("from", "{from}")
                        .queryParam("to", "{to}")
                        .queryParam("acted", isActed())
                        .build(cursor, getFrom(), getTo())
                        .toString())
                .orElse(null);
    }

    public String getFrom() {
        return Objects.toString(parameter("from"), "");
    }

    public String getTo() {
        return Objects.toString(parameter("to"), "");
    }

    public boolean isActed() {
        return Boolean.parseBoolean(parameter("acted"));
    }

    /** A time as the browser's field gives it, UTC; what is none counts as not given. */
    private static Optional<Instant> time(String field) {
        try {
            return Optional.of(LocalDateTime.parse(field).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static boolean isCursor(String value) {
        return value.matches(LogCursor.VALUE);
    }

    private String parameter(String name) {
        return call.getRequestParameterMap().get(name);
    }
}
