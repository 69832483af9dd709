package dev.elasticrecognition.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelDirectoryTest {

    @TempDir
    Path directory;

    @BeforeEach
    void copyTheModel() throws IOException {
        for (String file : List.of(Network.FILE, Labels.FILE, ModelDescriptor.FILE)) {
            Files.copy(Pictures.MODEL.resolve(file), directory.resolve(file));
        }
    }

    @Test
    void aDirectoryThatDoesNotExistIsNamed() {
        Path nowhere = directory.resolve("nowhere");

        assertThatExceptionOfType(UnusableModel.class)
                .isThrownBy(() -> new OnnxRecognizer(nowhere, Execution.onePictureEach(), Pictures.LIMITS))
                .withMessageContaining(nowhere.toString())
                .withMessageContaining("elastic.model.directory");
    }

    @ParameterizedTest
    @CsvSource({"model.onnx", "labels.txt", "model.properties"})
    void aMissingFileIsNamed(String file) throws IOException {
        Files.delete(directory.resolve(file));

        assertUnusable(file);
    }

    @Test
    void aDamagedNetworkIsFoundOutWhenItIsLoaded() throws IOException {
        byte[] network = Files.readAllBytes(directory.resolve(Network.FILE));
        Files.write(directory.resolve(Network.FILE), Arrays.copyOf(network, network.length / 2));

        assertUnusable("is no network that ONNX Runtime loads");
    }

    @Test
    void labelsThatAreTooFewForTheOutputAreFoundOutWhenTheModelIsLoaded() throws IOException {
        List<String> labels = Files.readAllLines(directory.resolve(Labels.FILE));
        Files.write(directory.resolve(Labels.FILE), labels.subList(0, 999));

        assertUnusable("yields 1000 values for one picture, but labels.txt names 999 classes");
    }

    @Test
    void anEmptyLineAmongTheLabelsIsRefused() throws IOException {
        Files.writeString(directory.resolve(Labels.FILE), "cat\n\ndog\n");

        assertUnusable("has an empty line");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            input.name=picture              | has no tensor 'picture' (input.name)
            output.name=logits              | has no tensor 'logits' (output.name)
            input.width=192                 | wants an input of
            input.layout=NHWC               | wants an input of
            input.layout=CHW                | input.layout is one of [NCHW, NHWC], not 'CHW'
            resize.short-side=200           | resize.short-side is no less than
            resize.short-side=wide          | resize.short-side is no whole number
            resize.filter=sharp             | resize.filter is one of
            input.mean=127                  | input.mean has three numbers
            input.std=128,0,128             | input.std has three numbers above 0
            model.version=                  | model.version is missing
            """)
    void aDescriptorThatDoesNotFitIsRefusedNamingTheKey(String line, String message) throws IOException {
        Files.writeString(
                directory.resolve(ModelDescriptor.FILE),
                Files.readString(directory.resolve(ModelDescriptor.FILE)) + line.strip() + "\n");

        assertUnusable(message);
    }

    @Test
    void theOutputOfANetworkWithoutSoftmaxBecomesProbabilities() throws IOException {
        Files.writeString(
                directory.resolve(ModelDescriptor.FILE),
                Files.readString(directory.resolve(ModelDescriptor.FILE)) + "output.kind=logits\n");

        try (OnnxRecognizer recognizer = new OnnxRecognizer(directory, Execution.onePictureEach(), Pictures.LIMITS)) {
            // A softmax of what are probabilities already makes all classes nearly equal.
            assertThat(recognizer.recognize(Pictures.bytes("china.jpg")).predictions())
                    .allMatch(prediction -> prediction.confidence() < 0.01);
        }
    }

    @Test
    void aProviderThatThePackageHasNotIsNamedWithThoseThatItHas() {
        Execution execution = new Execution(1, 1, List.of(ExecutionProvider.CUDA, ExecutionProvider.CPU));

        assertThatExceptionOfType(UnavailableProvider.class)
                .isThrownBy(() -> new OnnxRecognizer(directory, execution, Pictures.LIMITS))
                .withMessageContaining("elastic.model.providers names cuda, which isn't in this package")
                .withMessageContaining("It has: cpu");
    }

    @Test
    void aNetworkForOnePictureAtATimeIsNotGivenBatches() throws IOException {
        byte[] network = Files.readAllBytes(directory.resolve(Network.FILE));
        Files.write(directory.resolve(Network.FILE), withFixedBatch(network));
        Execution inBatches = new Execution(1, 4, List.of(ExecutionProvider.CPU));

        assertThatExceptionOfType(UnusableModel.class)
                .isThrownBy(() -> new OnnxRecognizer(directory, inBatches, Pictures.LIMITS))
                .withMessageContaining("elastic.model.batch is 4");
        new OnnxRecognizer(directory, Execution.onePictureEach(), Pictures.LIMITS).close();
    }

    /**
     * Makes the batch's dimension, a parameter named "batch" (field 2 of ONNX's Dimension), the number 1 (field 1), in as many
     * bytes.
     */
    private static byte[] withFixedBatch(byte[] network) {
        String bytes = new String(network, StandardCharsets.ISO_8859_1);
        String parameter = "\u0012\u0005batch";
        String one = "\u0008\u0081\u0080\u0080\u0080\u0080\u0000";
        assertThat(bytes.contains(parameter)).isTrue();
        return bytes.replace(parameter, one).getBytes(StandardCharsets.ISO_8859_1);
    }

    private void assertUnusable(String message) {
        assertThatExceptionOfType(UnusableModel.class)
                .isThrownBy(() -> new OnnxRecognizer(directory, Execution.onePictureEach(), Pictures.LIMITS))
                .withMessageContaining(directory.toString())
                .withMessageContaining(message);
    }
}
