package dev.elasticrecognition.domain.fleet;

import java.util.Optional;

/** What this front end has seen of the fleet. */
public interface FleetView {

    /** What it saw last; empty until it has looked for the first time. */
    Optional<Tick> latest();
}
