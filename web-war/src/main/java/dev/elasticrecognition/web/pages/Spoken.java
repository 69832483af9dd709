package dev.elasticrecognition.web.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as pages say them; scripts do so in {@code say.js}. */
final class Spoken {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    private Spoken() {}

    /** 0.868 is 87%. */
    static String percent(double share) {
        return share > 0 && share < 0.01 ? "<1%" : Math.round(share * 100) + "%";
    }

    /** 20 ms, 0.6 s, 5.3 s, 12 s, 2 min 10 s. */
    static String duration(Duration time) {
        long millis = Math.max(0, time.toMillis());
        if (millis < 100) {
            return millis + " ms";
        }
        if (millis < 10_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1e3);
        }
        return millis < 60_000
                ? Math.round(millis / 1e3) + " s"
                : "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart());
    }

    /** How long something will take, no more exactly than it can be known. */
    static String about(Duration time) {
        long seconds = Math.max(1, Math.round(time.toMillis() / 1e3));
        return seconds < 60 ? seconds + " s" : Math.round(seconds / 60.0) + " min";
    }

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** 53 kB, 2.4 MB. */
    static String bytes(long bytes) {
        return bytes < 1_000_000
                ? Math.max(1, Math.round(bytes / 1e3)) + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
