package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.fleet.FleetView;
import dev.elasticrecognition.domain.fleet.Tick;
import dev.elasticrecognition.web.admin.ObservationDocument.BacklogDocument;
import dev.elasticrecognition.web.admin.ObservationDocument.SupplyDocument;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The fleet as pages of the console show it: what {@code GET /api/fleet} tells. What isn't known is null. */
@Named("fleet")
@RequestScoped
public class FleetPage {

    /** Longer than a few ticks; then the front end can't look, or hangs. */
    private static final Duration OLD = Duration.ofSeconds(15);

    private static final String ENDED = "terminated";

    @Inject
    FleetView fleetView;

    @Inject
    InstantSource clock;

    private Optional<Tick> tick;
    private FleetDocument stands;

    @PostConstruct
    void look() {
        tick = fleetView.latest();
        stands = tick.map(FleetDocument::of).orElse(null);
    }

    /** How it stood when this front end looked last. */
    public FleetDocument getStands() {
        return stands;
    }

    /** How long ago that was. */
    public Duration getAge() {
        return tick.map(seen -> Duration.between(seen.observation().at(), clock.instant()))
                .orElse(null);
    }

    /** Whether that was too long ago. */
    public boolean isOld() {
        return tick.isPresent() && getAge().compareTo(OLD) > 0;
    }

    /** Requests in the queue. */
    public Integer getBacklog() {
        BacklogDocument queue =
                stands == null ? null : stands.observation().demand().queue();
        return queue == null ? null : queue.visible() + queue.inFlight() + queue.delayed();
    }

    /** Instances that are on their way. */
    public int getBooting() {
        SupplyDocument supply = stands.observation().supply();
        return supply.launched() + supply.pending() + supply.starting();
    }

    /** Those that haven't ended. */
    public List<InstanceDocument> getInstances() {
        return stands == null
                ? List.of()
                : stands.instances().stream()
                        .filter(instance -> !instance.stage().equals(ENDED))
                        .toList();
    }

    /** The settings that hold. */
    public SettingsDocument getSettings() {
        return tick.map(seen -> SettingsDocument.of(seen.control().settings())).orElse(null);
    }
}
