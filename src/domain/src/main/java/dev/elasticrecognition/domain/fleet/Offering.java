package dev.elasticrecognition.domain.fleet;

import java.util.Objects;

/**
 * A kind of machine in a place; the cloud may have none left of one and plenty of another.
 *
 * @param instanceType the machine's size, as in {@code c7i.large}
 * @param zone the availability zone; empty for any
 */
public record Offering(String instanceType, String zone) {

    public Offering {
        Objects.requireNonNull(instanceType, "instanceType");
        Objects.requireNonNull(zone, "zone");
    }

    @Override
    public String toString() {
        return zone.isEmpty() ? instanceType : instanceType + " in " + zone;
    }
}
