package dev.elasticrecognition.configuration;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The defaults, for MicroProfile Config: what is set anywhere else counts more. */
public final class Defaults implements ConfigSource {

    /** Below all sources that come with MicroProfile Config, whose lowest has 100. */
    private static final int ORDINAL = 50;

    private static final Map<String, String> VALUES = Settings.ALL.stream()
            .filter(setting -> setting.preset().isPresent())
            .collect(Collectors.toUnmodifiableMap(
                    Setting::key, setting -> setting.preset().orElseThrow()));

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    @Override
    public String getName() {
        return "defaults of Elastic Recognition";
    }

    @Override
    public Set<String> getPropertyNames() {
        return VALUES.keySet();
    }

    @Override
    public String getValue(String key) {
        return VALUES.get(key);
    }
}
