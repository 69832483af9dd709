package dev.elasticrecognition.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elasticrecognition.domain.fleet.DecisionRecord;
import dev.elasticrecognition.domain.fleet.FleetControl;
import dev.elasticrecognition.domain.fleet.FleetLedger;
import dev.elasticrecognition.domain.fleet.FrontReport;
import dev.elasticrecognition.domain.fleet.Heartbeat;
import dev.elasticrecognition.testkit.FleetSamples;
import dev.elasticrecognition.testkit.Samples;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fleet writes down survives the way through text. */
class RecordCodecTest {

    private static Stream<Record> documents() {
        return Stream.of(
                FleetSamples.ledger("front-1", 1),
                FleetSamples.control(),
                FleetControl.of(FleetSamples.settings()),
                FleetSamples.heartbeat("i-0a", 1),
                FleetSamples.report("front-1", 1),
                FleetSamples.quietReport("front-1", 1),
                FleetSamples.auditEntry("a", Samples.NOON),
                FleetSamples.auditEntryOfAll("a", Samples.NOON),
                new S3SampleLog.Entry(
                        List.of(FleetSamples.sample(Samples.NOON), FleetSamples.blindSample(Samples.NOON))),
                FleetSamples.decision("origin-1-1", Samples.NOON.plusNanos(123_456_789)),
                FleetSamples.blindDecision("origin-1-2", Samples.NOON));
    }

    @ParameterizedTest
    @MethodSource("documents")
    <T extends Record> void nothingIsLost(T document) {
        Codec<T> codec = codecOf(document);

        assertThat(codec.read(codec.write(document))).isEqualTo(document);
    }

    @ParameterizedTest
    @MethodSource("documents")
    <T extends Record> void whatANewerVersionAddsIsSkipped(T document) {
        Codec<T> codec = codecOf(document);
        String newer = codec.write(document).replace("{", "{\"newer\":{\"than\":[\"this\"]},");

        assertThat(codec.read(newer)).isEqualTo(document);
    }

    @Test
    void aReportOfAVersionThatMeasuredNoAnswerTimesIsRead() {
        String old = "{\"answered\":50,\"beat\":1,\"front\":\"front-1\",\"sent\":50,\"unanswered\":0}";

        assertThat(new RecordCodec<>(FrontReport.class).read(old)).isEqualTo(FleetSamples.quietReport("front-1", 1));
    }

    @Test
    void whatWasWrittenBeforeThereWereShadowPoliciesIsRead() {
        Codec<FleetControl> controls = new RecordCodec<>(FleetControl.class);
        Codec<DecisionRecord> decisions = new RecordCodec<>(DecisionRecord.class);
        DecisionRecord decision = FleetSamples.decision("origin-1-1", Samples.NOON);

        assertThat(controls.read(without("shadow", controls.write(FleetSamples.control()))))
                .isEqualTo(FleetSamples.control().withShadow(Optional.empty()));
        assertThat(decisions.read(without("shadow", decisions.write(decision))))
                .isEqualTo(new DecisionRecord(
                        decision.id(),
                        decision.leader(),
                        decision.observation(),
                        decision.decision(),
                        Optional.empty(),
                        decision.acts()));
    }

    @Test
    void aLedgerOfAVersionThatCountedNoCostIsRead() {
        String old = "{\"boots\":{\"last\":[]},\"breaker\":{\"failures\":0,\"openUntil\":\"1970-01-01T00:00:00Z\"},"
                + "\"drains\":[],\"launches\":[],\"leader\":\"front-1\",\"origin\":\"origin\",\"renewal\":7,"
                + "\"serviceRate\":2.5,\"tally\":{\"busyKilled\":0,\"ended\":1,\"failedBoots\":0,\"launched\":2,"
                + "\"lost\":0,\"started\":0},\"term\":3}";

        FleetLedger read = new RecordCodec<>(FleetLedger.class).read(old);

        assertThat(read.meter()).isEmpty();
        assertThat(read.tally().launched()).isEqualTo(2);
        assertThat(read.term()).isEqualTo(3);
    }

    /** The text of an object without one of its members, which is an object as well. */
    private static String without(String member, String text) {
        String shorter = text.replaceFirst(",?\"" + member + "\":\\{[^{}]*}", "");
        assertThat(shorter).doesNotContain(member).isNotEqualTo(text);
        return shorter;
    }

    @Test
    void onlyComponentsAreWrittenAndInTheOrderOfTheAlphabet() {
        assertThat(new RecordCodec<>(Heartbeat.class).write(FleetSamples.heartbeat("i-0a", 1)))
                .isEqualTo("{\"beat\":1,\"done\":40,\"doneSaturated\":35,\"inProgress\":2,\"instance\":\"i-0a\","
                        + "\"modelId\":\"model\",\"saturated\":\"PT9S\",\"state\":\"READY\",\"waited\":\"PT0.12S\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "hello", "[]", "3", "{}", "{\"newer\":1}"})
    void whatIsNoDocumentIsUnreadable(String text) {
        documents()
                .map(RecordCodecTest::codecOf)
                .forEach(codec -> assertThatExceptionOfType(UnreadableDocument.class)
                        .as(codec.toString())
                        .isThrownBy(() -> codec.read(text)));
    }

    @ParameterizedTest
    @CsvSource({"1,'\"odd\"'", "PT9S,9 s", "READY,DOZING", "'\"i-0a\"',null"})
    void whatMakesNoSenseIsUnreadable(String sense, String nonsense) {
        Codec<Heartbeat> codec = new RecordCodec<>(Heartbeat.class);
        String text = codec.write(FleetSamples.heartbeat("i-0a", 1)).replaceFirst(sense, nonsense);

        assertThatExceptionOfType(UnreadableDocument.class)
                .isThrownBy(() -> codec.read(text))
                .withMessageContaining("Heartbeat");
    }

    @Test
    void whatTheDomainRefusesIsUnreadable() {
        Codec<FleetControl> codec = new RecordCodec<>(FleetControl.class);
        String text = codec.write(FleetSamples.control()).replace("\"maximum\":20", "\"maximum\":-1");

        assertThatExceptionOfType(UnreadableDocument.class).isThrownBy(() -> codec.read(text));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Record> Codec<T> codecOf(T document) {
        return new RecordCodec<>((Class<T>) document.getClass());
    }
}
