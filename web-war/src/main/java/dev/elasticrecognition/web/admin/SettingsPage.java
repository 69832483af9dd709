package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.fleet.FleetSettings;
import dev.elasticrecognition.domain.fleet.SteerFleet;
import dev.elasticrecognition.domain.scaling.ScalingSettings.Policy;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The settings as the console's forms begin with them; the forms send them to {@code PUT /api/fleet/settings}. */
@Named("settings")
@RequestScoped
public class SettingsPage {

    @Inject
    SteerFleet steerFleet;

    @Inject
    FleetSettings limits;

    private SettingsDocument present;
    private Optional<SettingsDocument> shadow;

    @PostConstruct
    void read() {
        present = SettingsDocument.of(steerFleet.settings());
        shadow = steerFleet.shadow().map(SettingsDocument::of);
    }

    public SettingsDocument getPresent() {
        return present;
    }

    /** As {@code If-Match} takes it. */
    public String getTag() {
        return quoted(present);
    }

    /** The shadow policy; without one, what a form for it may begin with. */
    public SettingsDocument getShadow() {
        return shadow.orElse(present);
    }

    /** As {@code If-Match} takes it; {@code *} if there is no shadow policy. */
    public String getShadowTag() {
        return shadow.map(SettingsPage::quoted).orElse("*");
    }

    public int getHardLimit() {
        return limits.hardLimit();
    }

    public List<String> getPolicies() {
        return Stream.of(Policy.values()).map(Policy::toString).toList();
    }

    /** The fields of numbers, with the ranges of {@link dev.elasticrecognition.domain.scaling.ScalingSettings}. */
    public List<Field> getFields() {
        return List.of(
                Field.whole("minimum", 0, limits.hardLimit(), SettingsDocument::minimum),
                Field.whole("maximum", 0, limits.hardLimit(), SettingsDocument::maximum),
                new Field("objective", "seconds", "0.1", "3600", "any", document -> seconds(document.objective())),
                new Field("headroom", "number", "0", "10", "any", document -> plain(document.headroom())),
                Field.whole("backlogPerInstance", 1, 1_000_000, SettingsDocument::backlogPerInstance),
                new Field("scaleInWindow", "minutes", "0", "60", "any", document -> minutes(document.scaleInWindow())),
                Field.whole("warmPool", 0, 20, SettingsDocument::warmPool));
    }

    private static String quoted(SettingsDocument document) {
        return '"' + document.tag() + '"';
    }

    private static String seconds(String iso) {
        return plain(BigDecimal.valueOf(Duration.parse(iso).toMillis(), 3));
    }

    private static String minutes(String iso) {
        return plain(BigDecimal.valueOf(Duration.parse(iso).toSeconds() / 60.0));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /**
     * A field for a number.
     *
     * @param name of the document's member
     * @param as how it is written there: {@code number}, or a duration that is given in {@code seconds} or {@code minutes}
     * @param least of its range
     * @param most of its range
     * @param step {@code 1} or {@code any}
     * @param reading gets it from the document
     */
    public record Field(
            String name,
            String as,
            String least,
            String most,
            String step,
            Function<SettingsDocument, String> reading) {

        static Field whole(String name, int least, int most, Function<SettingsDocument, BigDecimal> reading) {
            return new Field(
                    name,
                    "number",
                    Integer.toString(least),
                    Integer.toString(most),
                    "1",
                    document -> plain(reading.apply(document)));
        }

        /** What stands in the field at first. */
        public String value(SettingsDocument document) {
            return reading.apply(document);
        }
    }
}
