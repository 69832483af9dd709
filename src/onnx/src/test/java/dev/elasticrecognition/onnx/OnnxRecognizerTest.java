package dev.elasticrecognition.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elasticrecognition.domain.recognition.Prediction;
import dev.elasticrecognition.domain.recognition.Recognizer.Recognition;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxRecognizerTest {

    private static OnnxRecognizer recognizer;

    @BeforeAll
    static void load() {
        recognizer = new OnnxRecognizer(Pictures.MODEL, Execution.onePictureEach(), Pictures.LIMITS);
    }

    @AfterAll
    static void close() {
        recognizer.close();
    }

    @ParameterizedTest
    @MethodSource("dev.elasticrecognition.onnx.Reference#ofPictures")
    void agreesWithTheReferencePipelineInEveryFormatColourAndOrientation(Reference reference) {
        Prediction best = best(reference.file());

        assertThat(best.classIndex()).isEqualTo(reference.indices().get(0));
        assertThat(best.confidence()).isCloseTo(reference.probabilities().get(0), within(Reference.TOLERANCE));
    }

    @Test
    void namesTheModelAndItsVersion() {
        assertThat(recognizer.modelId()).isEqualTo("efficientnet-lite0-1");
    }

    @Test
    void givesFivePredictionsTheMostProbableFirst() {
        Recognition recognition = recognizer.recognize(Pictures.bytes("china.jpg"));

        assertThat(recognition.predictions()).hasSize(5);
        assertThat(recognition.predictions())
                .extracting(Prediction::confidence)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(recognition.predictions().get(0).label()).isEqualTo("palace");
        assertThat(recognition.decoding()).isPositive();
        assertThat(recognition.inference()).isPositive();
    }

    @Test
    void saysTheSameToManyThreadsAtOnce() {
        List<Prediction> alone =
                recognizer.recognize(Pictures.bytes("rocket.jpg")).predictions();

        assertThat(IntStream.range(0, 32)
                        .parallel()
                        .mapToObj(i -> recognizer
                                .recognize(Pictures.bytes("rocket.jpg"))
                                .predictions()))
                .allMatch(alone::equals);
    }

    private static Prediction best(String file) {
        return recognizer.recognize(Pictures.bytes(file)).predictions().get(0);
    }
}
