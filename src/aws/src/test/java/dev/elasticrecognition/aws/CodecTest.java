package dev.elasticrecognition.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodecTest {

    private final Codec<RecognitionRequest> requests = new RequestCodec();
    private final Codec<RecognitionResult> results = new ResultCodec();

    @Test
    void aRequestSurvivesTheWayThroughText() {
        RecognitionRequest request = Samples.request(Samples.id());

        assertThat(requests.read(requests.write(request))).isEqualTo(request);
    }

    @Test
    void resultsSurviveTheWayThroughText() {
        RecognitionResult success = Samples.recognized(Samples.id(), "zebra");
        RecognitionResult failure = Samples.failed(Samples.id());

        assertThat(results.read(results.write(success))).isEqualTo(success);
        assertThat(results.read(results.write(failure))).isEqualTo(failure);
    }

    @Test
    void aStoredResultIsTheInputOutputPair() {
        String text = results.write(Samples.recognized(Samples.id(), "zebra"));

        assertThat(text)
                .contains("\"input\":{\"key\":\"")
                .contains("\"output\":{\"status\":\"succeeded\",\"label\":\"zebra\"")
                .doesNotContain("problem");
    }

    @Test
    void membersThatANewerVersionAddsAreSkipped() {
        RecognitionRequest request = Samples.request(Samples.id());
        String newer = requests.write(request).replaceFirst("\\{", "{\"priority\":3,");

        assertThat(requests.read(newer)).isEqualTo(request);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "hello",
                "{}",
                "{\"version\":99}",
                "{\"version\":1}",
                "{\"version\":1,\"image\":{\"key\":\"../x\",\"type\":\"image/png\"},\"replyTo\":\"q\"}",
                "{\"version\":1,\"input\":{\"key\":\"x\"},\"output\":{\"status\":\"odd\"}}"
            })
    void whatIsNoMessageIsUnreadable(String text) {
        assertThatExceptionOfType(UnreadableDocument.class).isThrownBy(() -> requests.read(text));
        assertThatExceptionOfType(UnreadableDocument.class).isThrownBy(() -> results.read(text));
    }
}
