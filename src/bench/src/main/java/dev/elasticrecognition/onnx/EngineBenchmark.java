package dev.elasticrecognition.onnx;

import dev.elasticrecognition.domain.recognition.ImageHeader;
import dev.elasticrecognition.domain.recognition.ImageLimits;
import dev.elasticrecognition.domain.recognition.Recognizer.Recognition;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The stages of the engine and the whole, a picture an operation. */
public class EngineBenchmark {

    private static final ImageLimits LIMITS = new ImageLimits(20 << 20, 50_000_000);

    /** What all threads share: the pictures, as far as each stage needs them, and the stages. */
    @State(Scope.Benchmark)
    public static class Shared {

        /** Files, one a line. */
        @Param("")
        String pictures;

        @Param("")
        String model;

        final List<byte[]> files = new ArrayList<>();
        final List<ImageHeader> headers = new ArrayList<>();
        final List<Pixels> decoded = new ArrayList<>();
        final List<FloatBuffer> inputs = new ArrayList<>();
        final ImageDecoder decoder = new ImageDecoder(LIMITS);
        Preprocessing preprocessing;
        Network network;
        OnnxRecognizer engine;

        /** Makes ready what each stage begins with. */
        @Setup(Level.Trial)
        public void prepare() throws IOException {
            Path directory = Path.of(model);
            ModelDescriptor descriptor = ModelDescriptor.read(directory);
            preprocessing = new Preprocessing(descriptor);
            network = new Network(directory, descriptor, Labels.read(directory), Execution.onePictureEach());
            engine = new OnnxRecognizer(directory, Execution.onePictureEach(), LIMITS);
            for (String picture : pictures.lines().toList()) {
                prepare(Files.readAllBytes(Path.of(picture)));
            }
        }

        private void prepare(byte[] file) {
            ImageHeader header = decoder.examine(file);
            Pixels pixels = decoder.decode(file, header, LIMITS.maxPixels());
            FloatBuffer input = preprocessing.buffer();
            preprocessing.fill(input, pixels);
            files.add(file);
            headers.add(header);
            decoded.add(pixels);
            inputs.add(input);
        }

        /** Ends the sessions. */
        @TearDown(Level.Trial)
        public void close() {
            engine.close();
            network.close();
        }
    }

    /** Where a thread is among the pictures; each goes round for itself. */
    @State(Scope.Thread)
    public static class Own {

        FloatBuffer buffer;
        private int next;

        @Setup(Level.Trial)
        public void prepare(Shared shared) {
            buffer = shared.preprocessing.buffer();
        }

        int next(Shared shared) {
            next = (next + 1) % shared.files.size();
            return next;
        }
    }

    /** The limit: what the model costs if everything else is free. */
    @Benchmark
    public List<float[]> inference(Shared shared, Own own) {
        return shared.network.probabilities(
                List.of(shared.inputs.get(own.next(shared)).duplicate()));
    }

    @Benchmark
    public Object decoding(Shared shared, Own own) {
        int picture = own.next(shared);
        return shared.decoder.decode(shared.files.get(picture), shared.headers.get(picture), LIMITS.maxPixels());
    }

    @Benchmark
    public FloatBuffer preprocessing(Shared shared, Own own) {
        shared.preprocessing.fill(own.buffer, shared.decoded.get(own.next(shared)));
        return own.buffer;
    }

    @Benchmark
    public Recognition engine(Shared shared, Own own) {
        return shared.engine.recognize(shared.files.get(own.next(shared)));
    }
}
