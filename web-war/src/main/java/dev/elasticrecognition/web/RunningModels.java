package dev.elasticrecognition.web;

import dev.elasticrecognition.domain.fleet.FleetView;
import dev.elasticrecognition.domain.fleet.Heartbeat;
import dev.elasticrecognition.domain.fleet.Tick;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The models that the workers answer with. When none runs, those of the last that were seen count; as long as none was
 * seen, none does.
 */
@ApplicationScoped
public class RunningModels implements Supplier<Set<String>> {

    @Inject
    FleetView fleetView;

    private volatile Set<String> lastSeen = Set.of();

    @Override
    public Set<String> get() {
        Set<String> running = fleetView.latest().map(Tick::members).orElse(List.of()).stream()
                .flatMap(member -> member.heartbeat().stream())
                .map(Heartbeat::modelId)
                .collect(Collectors.toUnmodifiableSet());
        if (!running.isEmpty()) {
            lastSeen = running;
        }
        return lastSeen;
    }
}
