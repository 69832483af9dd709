package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.history.History;
import dev.elasticrecognition.domain.scaling.InvalidSetting;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * The question what would have been under other settings.
 *
 * @param minutes how far back, 1 to 360; 60 if it's absent
 * @param settings the other settings
 */
public record WhatIfRequest(BigDecimal minutes, SettingsDocument settings) {

    private static final int USUAL = 60;

    /** @throws InvalidSetting if it's out of range */
    Duration time() {
        int whole = minutes == null ? USUAL : Fields.whole("minutes", minutes);
        if (whole < 1 || whole > History.KEPT.toMinutes()) {
            throw new InvalidSetting("minutes", "must be 1 to " + History.KEPT.toMinutes());
        }
        return Duration.ofMinutes(whole);
    }

    /** @throws InvalidSetting if they are missing, or make no sense, or go beyond the hard limit */
    ScalingSettings proposed(int hardLimit) {
        return Fields.required("settings", settings).settings().within(hardLimit);
    }
}
