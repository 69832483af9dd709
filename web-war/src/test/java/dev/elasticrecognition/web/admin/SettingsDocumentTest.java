package dev.elasticrecognition.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elasticrecognition.domain.scaling.InvalidSetting;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import dev.elasticrecognition.domain.scaling.ScalingSettings.Policy;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsDocumentTest {

    private static final String JSON = """
            {"policy": "latency-objective", "minimum": 0, "maximum": 20, "objective": "PT2.5S", "headroom": 1.5,
             "backlogPerInstance": 10, "scaleInWindow": "PT2M", "warmPool": 3}""";

    private final Jsonb jsonb = JsonbBuilder.create();

    @Test
    void settingsAreReadAsTheyAreWritten() {
        ScalingSettings settings = read(JSON).settings();

        assertThat(settings)
                .isEqualTo(new ScalingSettings(
                        Policy.LATENCY_OBJECTIVE, 0, 20, Duration.ofMillis(2500), 1.5, 10, Duration.ofMinutes(2), 3));
        assertThat(read(jsonb.toJson(SettingsDocument.of(settings))).settings()).isEqualTo(settings);
    }

    @ParameterizedTest
    @EnumSource
    void everyPolicyHasItsName(Policy policy) {
        ScalingSettings settings =
                new ScalingSettings(policy, 0, 20, Duration.ofSeconds(2), 1, 10, Duration.ofMinutes(2), 0);

        SettingsDocument document = SettingsDocument.of(settings);

        assertThat(document.policy()).matches("[a-z]+(-[a-z]+)+");
        assertThat(document.settings().policy()).isEqualTo(policy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"latency-objective\" | \"by-feeling\" | policy",
                "\"minimum\": 0        | \"minimum\": -1 | minimum",
                "\"minimum\": 0        | \"minimum\": 0.5 | minimum",
                "\"minimum\": 0        | \"minimum\": 1e99 | minimum",
                "\"minimum\": 0        | \"minimun\": 0 | minimum",
                "\"maximum\": 20       | \"maximum\": null | maximum",
                "\"PT2.5S\"            | \"2.5 s\" | objective",
                "\"PT2.5S\"            | \"PT0.099S\" | objective",
                "1.5                   | 10.1 | headroom",
                "\"backlogPerInstance\": 10 | \"backlogPerInstance\": 0 | backlogPerInstance",
                "\"PT2M\"              | \"PT61M\" | scaleInWindow",
                "\"warmPool\": 3       | \"warmPool\": 21 | warmPool",
            })
    void whatMakesNoSenseIsNamed(String member, String changed, String field) {
        SettingsDocument document = read(JSON.replace(member, changed));

        assertThatExceptionOfType(InvalidSetting.class)
                .isThrownBy(document::settings)
                .satisfies(invalid -> assertThat(invalid.setting()).isEqualTo(field));
    }

    @Test
    void theTagTellsSettingsApartAndNothingElse() {
        SettingsDocument document = SettingsDocument.of(read(JSON).settings());
        SettingsDocument same = SettingsDocument.of(
                read(JSON.replace("PT2M", "PT120S").replace("1.5,", "1.50,")).settings());
        SettingsDocument other =
                SettingsDocument.of(read(JSON.replace("20", "19")).settings());

        assertThat(same.tag()).isEqualTo(document.tag());
        assertThat(other.tag()).isNotEqualTo(document.tag());
    }

    private SettingsDocument read(String json) {
        return jsonb.fromJson(json, SettingsDocument.class);
    }
}
