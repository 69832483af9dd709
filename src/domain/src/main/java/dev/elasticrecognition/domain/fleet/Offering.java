package dev.elasticrecognition.domain.fleet;

import java.util.Objects;

/**
 * A kind of machine in a place; the cloud may have none left of one and plenty of another.
 *
 * @param instanceType the machine's size, as in {@code c7i.large}
 * @param place the availability zone, or a subnet; empty for any
 */
public record Offering(String instanceType, String place) {

    public Offering {
        Objects.requireNonNull(instanceType, "instanceType");
        Objects.requireNonNull(place, "place");
    }

    @Override
    public String toString() {
        return place.isEmpty() ? instanceType : instanceType + " in " + place;
    }
}
