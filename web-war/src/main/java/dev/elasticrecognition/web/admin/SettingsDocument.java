package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.scaling.InvalidSetting;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import dev.elasticrecognition.domain.scaling.ScalingSettings.Policy;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.EntityTag;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The settings as operators see and change them; {@link ScalingSettings} tells meanings and ranges. Policies are written
 * in kebab case, durations in ISO 8601. Numbers are decimal here, lest a fraction gets lost unseen.
 */
@JsonbPropertyOrder({
    "policy",
    "minimum",
    "maximum",
    "objective",
    "headroom",
    "backlogPerInstance",
    "scaleInWindow",
    "warmPool"
})
public record SettingsDocument(
        String policy,
        BigDecimal minimum,
        BigDecimal maximum,
        String objective,
        BigDecimal headroom,
        BigDecimal backlogPerInstance,
        String scaleInWindow,
        BigDecimal warmPool) {

    static SettingsDocument of(ScalingSettings settings) {
        return new SettingsDocument(
                Words.of(settings.policy()),
                BigDecimal.valueOf(settings.minimum()),
                BigDecimal.valueOf(settings.maximum()),
                settings.objective().toString(),
                BigDecimal.valueOf(settings.headroom()),
                BigDecimal.valueOf(settings.backlogPerInstance()),
                settings.scaleInWindow().toString(),
                BigDecimal.valueOf(settings.warmPool()));
    }

    /** @throws InvalidSetting if a member is missing, or makes no sense */
    ScalingSettings settings() {
        return new ScalingSettings(
                readPolicy(),
                Fields.whole("minimum", minimum),
                Fields.whole("maximum", maximum),
                Fields.duration("objective", objective),
                Fields.number("headroom", headroom),
                Fields.whole("backlogPerInstance", backlogPerInstance),
                Fields.duration("scaleInWindow", scaleInWindow),
                Fields.whole("warmPool", warmPool));
    }

    /** Names these settings; the same on all front ends. */
    EntityTag tag() {
        return new EntityTag(UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8))
                .toString());
    }

    private Policy readPolicy() {
        String name = Fields.required("policy", policy);
        return Arrays.stream(Policy.values())
                .filter(known -> Words.of(known).equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidSetting("policy", "must be one of " + policies()));
    }

    private static String policies() {
        return Arrays.stream(Policy.values()).map(Words::of).collect(Collectors.joining(", "));
    }
}
