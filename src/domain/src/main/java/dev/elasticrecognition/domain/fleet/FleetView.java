package dev.elasticrecognition.domain.fleet;

import java.util.Optional;

/** What this front end knows of the fleet. */
@FunctionalInterface
public interface FleetView {

    /** What it saw, thought and did last; empty before it has looked for the first time. */
    Optional<Tick> latest();
}
