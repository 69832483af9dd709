package dev.elasticrecognition.onnx;

import ai.onnxruntime.OrtException;
import dev.elasticrecognition.domain.recognition.ImageLimits;
import dev.elasticrecognition.domain.recognition.Prediction;
import dev.elasticrecognition.domain.recognition.Recognizer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Recognises pictures with an ONNX image classifier. A model directory holds the network ({@code model.onnx}), the names of
 * its classes ({@code labels.txt}) and the {@link ModelDescriptor descriptor} ({@code model.properties}).
 *
 * <p>It is made once, which loads the model, checks that the three files fit each other and runs the network on a black
 * picture. It is safe for use by several threads, which share one session, and lives until it is closed; nobody may be using
 * it then.
 */
public final class OnnxRecognizer implements Recognizer, AutoCloseable {

    private static final int TOP = 5;

    private final ModelDescriptor model;
    private final Labels labels;
    private final ImageDecoder decoder;
    private final Preprocessing preprocessing;
    private final Network network;

    /**
     * Loads a model.
     *
     * @param directory the model directory
     * @param threads how many threads work on one picture, 1 or more
     * @param limits which pictures are accepted
     * @throws UnusableModel if a file is missing or damaged, or the files don't fit each other
     */
    public OnnxRecognizer(Path directory, int threads, ImageLimits limits) {
        model = ModelDescriptor.read(directory);
        labels = Labels.read(directory);
        decoder = new ImageDecoder(limits);
        preprocessing = new Preprocessing(model);
        network = new Network(directory, model, labels, threads);
    }

    @Override
    public String modelId() {
        return model.id();
    }

    @Override
    public void check() {
        run(preprocessing.input(Pixels.black(1, 1)));
    }

    @Override
    public Recognition recognize(byte[] image) {
        long start = System.nanoTime();
        FloatBuffer input = preprocessing.input(decoder.decode(image));
        long decoded = System.nanoTime();
        float[] probabilities = run(input);
        long inferred = System.nanoTime();
        return new Recognition(
                best(probabilities), Duration.ofNanos(decoded - start), Duration.ofNanos(inferred - decoded));
    }

    @Override
    public void close() {
        network.close();
    }

    private float[] run(FloatBuffer input) {
        try {
            return network.probabilities(input);
        } catch (OrtException e) {
            throw new IllegalStateException("The model %s failed: %s".formatted(model.id(), e.getMessage()), e);
        }
    }

    private List<Prediction> best(float[] probabilities) {
        return IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> -probabilities[index]))
                .limit(TOP)
                .map(index -> new Prediction(labels.names().get(index), index, confidence(probabilities[index])))
                .toList();
    }

    /** Rounding may leave a sure class with a hair more than 1. */
    private static double confidence(float probability) {
        return Math.min(1, Math.max(0, probability));
    }
}
