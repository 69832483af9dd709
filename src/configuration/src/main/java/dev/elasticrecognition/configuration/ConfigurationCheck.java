package dev.elasticrecognition.configuration;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Looks at the whole configuration before anything is made of it. One with a flaw ends the server: whoever has started it
 * is told all flaws at once and sees that it has ended, where a server without its application would only be silent.
 */
public final class ConfigurationCheck implements Extension {

    /** "Configuration error" of sysexits.h. */
    private static final int UNUSABLE = 78;

    void check(@Observes BeforeBeanDiscovery start) {
        Config config = ConfigProvider.getConfig();
        List<String> flaws = Flaws.in(
                config.getPropertyNames(), key -> config.getConfigValue(key).getValue());
        if (!flaws.isEmpty()) {
            // Another thread, since the server waits for this one before it stops.
            new Thread(() -> System.exit(UNUSABLE), "end of the server").start();
            throw new IllegalArgumentException(
                    "The configuration can't be used, and the server ends: " + String.join("; ", flaws));
        }
    }
}
