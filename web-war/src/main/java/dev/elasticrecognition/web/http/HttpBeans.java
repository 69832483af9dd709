package dev.elasticrecognition.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the edge's settings; those that make no sense keep the application from starting. */
@ApplicationScoped
public class HttpBeans {

    @Produces
    @Singleton
    AllowedOrigins allowedOrigins(@ConfigProperty(name = AllowedOrigins.KEY) Optional<Set<String>> origins) {
        return new AllowedOrigins(origins.orElse(Set.of()));
    }

    void check(@Observes Startup startup, AllowedOrigins origins) {
        // Being injected, they have been read.
    }
}
