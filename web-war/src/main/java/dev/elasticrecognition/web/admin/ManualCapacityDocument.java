package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.fleet.FleetControl.ManualCapacity;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * A capacity that somebody set.
 *
 * @param until when the policy takes over again, ISO 8601, UTC
 * @param by who set it
 */
@JsonbPropertyOrder({"capacity", "until", "by"})
public record ManualCapacityDocument(int capacity, String until, String by) {

    static ManualCapacityDocument of(ManualCapacity manual) {
        return new ManualCapacityDocument(manual.capacity(), manual.until().toString(), manual.by());
    }
}
