package dev.elasticrecognition.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.domain.recognition.Prediction;
import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.RejectedImage;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Good, odd, damaged and huge pictures at once, from as many threads as a worker may have. */
class MixedLoadTest {

    private static final int CALLERS = 32;
    private static final List<ExecutionProvider> CPU = List.of(ExecutionProvider.CPU);

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    @AfterEach
    void endCallers() {
        callers.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void goodPicturesAreRightAndBadOnesRejectedWhateverIsBesideThem(int batch) throws Exception {
        List<Callable<String>> pictures = new ArrayList<>();
        try (OnnxRecognizer recognizer =
                new OnnxRecognizer(Pictures.MODEL, new Execution(1, batch, CPU), Pictures.LIMITS)) {
            for (int round = 0; round < 4; round++) {
                Reference.ofPictures().forEach(reference -> {
                    byte[] good = Pictures.bytes(reference.file());
                    pictures.add(() -> verdict(recognizer, reference));
                    pictures.add(() -> rejection(recognizer, Arrays.copyOf(good, good.length / 3)));
                });
                pictures.add(() -> rejection(recognizer, new byte[0]));
                pictures.add(() -> rejection(recognizer, "no picture".getBytes(StandardCharsets.US_ASCII)));
            }
            Collections.shuffle(pictures, new Random(1));

            List<String> verdicts = all(pictures);

            assertThat(verdicts).hasSizeGreaterThan(150);
            assertThat(verdicts).allMatch(verdict -> verdict.equals("right") || verdict.equals("rejected"));
        }
    }

    /** The heap of this module's tests is a gigabyte, less than these pictures take, decoded one beside the other. */
    @Test
    void severalHugePicturesAtOnceExhaustNoMemoryHoweverManyCoresThereAre() throws Exception {
        byte[] huge = Pictures.encoded(new BufferedImage(8000, 5000, BufferedImage.TYPE_3BYTE_BGR), "jpg");
        byte[] neighbour = Pictures.bytes("rocket.jpg");
        BoundedDecoding decoding = BoundedDecoding.inHalfOfTheHeap(Pictures.LIMITS, new Allowance(CALLERS));

        List<String> sizes = all(IntStream.range(0, CALLERS)
                .mapToObj(i -> (Callable<String>) () -> size(decoding, i % 2 == 0 ? huge : neighbour))
                .toList());

        assertThat(sizes).filteredOn("8000 x 5000"::equals).hasSize(CALLERS / 2);
        assertThat(sizes).filteredOn("320 x 214"::equals).hasSize(CALLERS / 2);
    }

    private static String size(BoundedDecoding decoding, byte[] image) {
        List<String> size = new ArrayList<>();
        decoding.decode(image, pixels -> size.add(pixels.width() + " x " + pixels.height()));
        return size.get(0);
    }

    private List<String> all(List<Callable<String>> pictures) throws Exception {
        List<String> verdicts = new ArrayList<>();
        for (Future<String> verdict : callers.invokeAll(pictures)) {
            verdicts.add(verdict.get());
        }
        return verdicts;
    }

    private static String verdict(OnnxRecognizer recognizer, Reference reference) {
        Prediction best = recognizer
                .recognize(Pictures.bytes(reference.file()))
                .predictions()
                .get(0);
        boolean right = reference.sameLabel(best) && reference.difference(best) <= Reference.TOLERANCE;
        return right ? "right" : "%s: %s".formatted(reference, best);
    }

    private static String rejection(OnnxRecognizer recognizer, byte[] bad) {
        try {
            return "accepted: " + recognizer.recognize(bad).predictions().get(0);
        } catch (RejectedImage rejected) {
            Problem.Kind kind = rejected.problem().kind();
            boolean told = kind == Problem.Kind.EMPTY_IMAGE
                    || kind == Problem.Kind.UNSUPPORTED_TYPE
                    || kind == Problem.Kind.UNDECODABLE_IMAGE;
            return told ? "rejected" : "rejected as " + kind;
        }
    }
}
