package dev.elasticrecognition.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.testkit.Samples;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
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

    @Test
    void whatIsUnreadableAmongTheDeadLettersIsEmptyAndLoggedOnce() {
        Codec<Optional<RecognitionRequest>> deadLetters = new DeadLetterCodec();
        Optional<RecognitionRequest> request = Optional.of(Samples.request(Samples.id()));

        List<String> logged = loggedBy(DeadLetterCodec.class, () -> {
            assertThat(deadLetters.read(deadLetters.write(request))).isEqualTo(request);
            assertThat(deadLetters.read("one")).isEmpty();
            assertThat(deadLetters.read("another")).isEmpty();
            assertThat(deadLetters.read("one")).isEmpty();
        });

        assertThat(logged).hasSize(2);
        assertThat(logged.get(0)).endsWith("It begins with: one");
        assertThat(logged.get(1)).endsWith("It begins with: another");
    }

    private static List<String> loggedBy(Class<?> type, Runnable act) {
        Logger logger = Logger.getLogger(type.getName());
        List<String> messages = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                messages.add(MessageFormat.format(record.getMessage(), record.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try {
            act.run();
        } finally {
            logger.removeHandler(handler);
        }
        return messages;
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
