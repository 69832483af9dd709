package dev.elasticrecognition.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlawsTest {

    @Test
    void theDefaultsHaveNone() {
        assertThat(flaws(Map.of())).isEmpty();
    }

    @Test
    void whatIsOfTheOtherServerOrOfTheCommandLineOrOfOthersIsNone() {
        assertThat(flaws(Map.of(
                        "elastic.fleet.maximum", "3",
                        "ELASTIC_FLEET_MAXIMUM", "3",
                        "ELASTIC_WORKER_DRAIN_DEADLINE", "PT1S",
                        "elastic_model_batch", "2",
                        "ELASTIC_TOKEN", "t",
                        "ELASTIC_OPERATOR_PASSWORD", "p",
                        "ELASTIC_APM_SERVER_URL", "http://apm",
                        "ELASTICSEARCH_URL", "http://other",
                        "PATH", "/bin")))
                .isEmpty();
    }

    @Test
    void anUnknownNameIsToldWithTheNearest() {
        assertThat(flaws(Map.of("elastic.fleet.maximun", "3")))
                .containsExactly(
                        "elastic.fleet.maximun is no setting; the nearest are elastic.fleet.maximum and elastic.fleet.minimum");
    }

    @Test
    void aVariableIsToldAsItIsAndOnce() {
        assertThat(flaws(Map.of("ELASTIC_MODEL_BACH", "3", "elastic.model.bach", "3")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("ELASTIC_MODEL_BACH is no setting; the nearest are ELASTIC_MODEL_BATCH and ");
    }

    @ParameterizedTest
    @CsvSource({
        "elastic.http.port, 99999, -1 to 65535",
        "elastic.http.port, x, -1 to 65535",
        "elastic.fleet.headroom, NaN, 'number, 0 to 10'",
        "elastic.fleet.headroom, 10.5, 'number, 0 to 10'",
        "elastic.fleet.tick, 5, PT0.1S to PT1M",
        "elastic.fleet.tick, PT2M, PT0.1S to PT1M",
        "elastic.https, yes, on or off",
        "elastic.worker.concurrency, 0, 1 to 256",
    })
    void aValueThatCantBeIsToldWithWhatCouldBe(String key, String value, String form) {
        assertThat(flaws(Map.of(key, value))).containsExactly("%s must be %s, but is '%s'".formatted(key, form, value));
    }

    @Test
    void nothingIsNoValueWhereThereIsADefault() {
        assertThat(flaws(Map.of("elastic.fleet.tick", "", "elastic.access.tokens", "")))
                .containsExactly("elastic.fleet.tick is set, but empty");
    }

    @Test
    void allFlawsAreToldAtOnce() {
        assertThat(flaws(Map.of("elastic.fleet.tick", "5", "elastic.https", "yes", "elastic.htps", "on")))
                .hasSize(3);
    }

    private static List<String> flaws(Map<String, String> set) {
        Map<String, String> all = new HashMap<>(new Defaults().getProperties());
        all.putAll(set);
        return Flaws.in(all.keySet(), all::get);
    }
}
