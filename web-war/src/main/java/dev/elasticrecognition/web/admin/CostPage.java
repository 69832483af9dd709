package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.fleet.FleetView;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the fleet costs, as the console shows it: what {@code GET /api/fleet/cost} tells. What isn't known is null. */
@Named("cost")
@RequestScoped
public class CostPage {

    @Inject
    FleetView fleetView;

    @Inject
    CostResource cost;

    private CostDocument stands;

    @PostConstruct
    void look() {
        stands = fleetView.latest().map(seen -> cost.cost()).orElse(null);
    }

    public CostDocument getStands() {
        return stands;
    }

    /** What an hour costs with the instances that there are. */
    public Double getAnHour() {
        return fleetView
                .latest()
                .map(seen -> seen.observation().supply().alive() * stands.hourlyPrice())
                .orElse(null);
    }
}
