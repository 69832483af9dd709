package dev.elasticrecognition.web.admin;

import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * A capacity that somebody wants for a time.
 *
 * @param capacity instances
 * @param time for how long, ISO 8601: the member {@code for}
 */
public record ManualCapacityRequest(
        BigDecimal capacity, @JsonbProperty("for") String time) {

    int wholeCapacity() {
        return Fields.whole("capacity", capacity);
    }

    Duration duration() {
        return Fields.duration("for", time);
    }
}
