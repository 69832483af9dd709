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

    @Produces
    @Singleton
    Https https(
            @ConfigProperty(name = Https.KEY) String setting,
            @ConfigProperty(name = Https.PORT) int port,
            @ConfigProperty(name = Https.KEYSTORE) Optional<String> keystore,
            @ConfigProperty(name = Https.PASSWORD) Optional<String> password) {
        return Https.of(setting, port, keystore.orElse(""), password.orElse(""));
    }

    void check(@Observes Startup startup, AllowedOrigins origins, Https https) {
        // Being injected, they have been read.
    }
}
