package dev.elasticrecognition.web.pages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** How pages say numbers, times and sentences. What isn't known is a dash. */
@Named("say")
@ApplicationScoped
public class Say {

    private static final String UNKNOWN = "–";
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter BEFORE = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final double SMALL = 10;

    /** Which badge a stage or a state has; the others are plain. */
    private static final Map<String, String> TONES = Map.of(
            "ready", "good",
            "ok", "good",
            "draining", "warn",
            "unknown", "warn",
            "starting", "live",
            "pending", "live",
            "failing", "bad");

    @Inject
    Texts texts;

    @Inject
    InstantSource clock;

    /** The text of a key with something put in. */
    public String with(String key, Object... values) {
        return texts.say(key, values);
    }

    /** A whole number. */
    public String count(Object number) {
        return told(number, given -> format("%,.0f", value(given)));
    }

    /** A number that may be small. */
    public String rate(Object number) {
        return told(number, given -> rounded(value(given)));
    }

    /** An amount of US dollars. */
    public String money(Object amount) {
        return told(amount, given -> format(value(given) < 1 ? "$%.3f" : "$%,.2f", value(given)));
    }

    /** A time in seconds. */
    public String seconds(Object number) {
        return told(number, given -> spoken(Duration.ofNanos(Math.round(value(given) * 1e9))));
    }

    /** A duration, also in ISO 8601. */
    public String duration(Object duration) {
        return told(duration, given -> spoken(Duration.parse(given.toString())));
    }

    /** How long ago something was, by how long it is ago. */
    public String past(Object duration) {
        return told(duration, given -> spoken(Duration.parse(given.toString())) + " ago");
    }

    /** How long ago something was, by when it was. */
    public String ago(Object instant) {
        return told(
                instant, given -> spoken(Duration.between(Instant.parse(given.toString()), clock.instant())) + " ago");
    }

    /** A point in time, UTC; with the day if it's more than a day away. */
    public String moment(Object instant) {
        return told(instant, given -> moment(Instant.parse(given.toString())));
    }

    /** The class of a stage's or a state's badge. */
    public String tone(String word) {
        return TONES.getOrDefault(word, "");
    }

    private String moment(Instant at) {
        boolean far = Duration.between(at, clock.instant()).abs().compareTo(A_DAY) > 0;
        return (far ? BEFORE : TODAY).format(at.atOffset(ZoneOffset.UTC));
    }

    private static String told(Object value, Function<Object, String> words) {
        return value == null ? UNKNOWN : words.apply(value);
    }

    private static double value(Object number) {
        return ((Number) number).doubleValue();
    }

    private static String rounded(double number) {
        return format(Math.abs(number) < SMALL && number != Math.rint(number) ? "%.1f" : "%,.0f", number);
    }

    private static String spoken(Duration duration) {
        if (duration.toHours() < 2) {
            return Spoken.duration(duration);
        }
        return duration.toDays() < 2
                ? "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart())
                : "%d days".formatted(duration.toDays());
    }

    private static String format(String pattern, double number) {
        return String.format(Locale.ENGLISH, pattern, number);
    }
}
