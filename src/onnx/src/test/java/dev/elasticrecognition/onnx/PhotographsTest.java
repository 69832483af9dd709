package dev.elasticrecognition.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.recognition.Prediction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures agreement, accuracy and time on a folder of photographs, which is no part of the repository. The command is in
 * {@code src/docs/recognition.md}.
 */
@EnabledIfSystemProperty(named = "elastic.photos", matches = ".+")
class PhotographsTest {

    private static final Path PHOTOS = Path.of(System.getProperty("elastic.photos", "."));
    private static final int ROUNDS_BEFORE_TIMES_COUNT = 3;

    private record Times(double decoding, double resizing, double inference) {}

    @Test
    void thePhotographsGetTheLabelsOfTheReferencePipeline() throws IOException {
        List<Reference> references =
                lines("elastic.reference").map(Reference::of).toList();
        Map<String, Integer> truth = lines("elastic.labels")
                .map(line -> line.split(",", 3))
                .collect(Collectors.toMap(columns -> columns[0], columns -> Integer.valueOf(columns[1])));
        int same = 0;
        int right = 0;
        double furthest = 0;
        try (OnnxRecognizer recognizer =
                new OnnxRecognizer(Pictures.MODEL, Execution.onePictureEach(), Pictures.LIMITS)) {
            for (Reference reference : references) {
                Prediction best =
                        recognizer.recognize(photo(reference)).predictions().get(0);
                same += reference.sameLabel(best) ? 1 : 0;
                right += truth.getOrDefault(reference.file(), -1) == best.classIndex() ? 1 : 0;
                furthest = Math.max(furthest, reference.difference(best));
            }
        }
        System.out.printf(
                "%d photographs: %d with the reference's label, probability at most %.6f off, %d right%n",
                references.size(), same, furthest, right);
        assertThat(same).isGreaterThanOrEqualTo((int) Math.ceil(0.99 * references.size()));
        assertThat(furthest).isLessThanOrEqualTo(Reference.TOLERANCE);
    }

    @Test
    void eachStageTakesMilliseconds() throws Exception {
        List<Reference> references =
                lines("elastic.reference").map(Reference::of).toList();
        ModelDescriptor model = ModelDescriptor.read(Pictures.MODEL);
        try (Network network =
                new Network(Pictures.MODEL, model, Labels.read(Pictures.MODEL), Execution.onePictureEach())) {
            List<Times> times = List.of();
            for (int round = 0; round <= ROUNDS_BEFORE_TIMES_COUNT; round++) {
                times = references.stream()
                        .map(reference -> times(photo(reference), model, network))
                        .toList();
            }
            System.out.printf(
                    "median ms: decode %.1f, resize and normalise %.1f, inference %.1f (one thread)%n",
                    median(times, Times::decoding), median(times, Times::resizing), median(times, Times::inference));
            assertThat(times).hasSameSizeAs(references);
        }
    }

    private static Times times(byte[] photo, ModelDescriptor model, Network network) {
        long start = System.nanoTime();
        Pixels pixels = Pictures.decoded(photo);
        long decoded = System.nanoTime();
        Preprocessing preprocessing = new Preprocessing(model);
        FloatBuffer input = preprocessing.buffer();
        preprocessing.fill(input, pixels);
        long resized = System.nanoTime();
        network.probabilities(List.of(input));
        return new Times(millis(decoded - start), millis(resized - decoded), millis(System.nanoTime() - resized));
    }

    private static double median(List<Times> times, ToDoubleFunction<Times> stage) {
        return times.stream()
                .mapToDouble(stage)
                .sorted()
                .skip(times.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    private static Stream<String> lines(String property) throws IOException {
        String file = System.getProperty(property, "");
        return file.isEmpty()
                ? Stream.empty()
                : Files.readAllLines(Path.of(file)).stream().skip(1);
    }

    private static byte[] photo(Reference reference) {
        try {
            return Files.readAllBytes(PHOTOS.resolve(reference.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
