package dev.elasticrecognition.onnx;

import dev.elasticrecognition.domain.recognition.ImageLimits;
import dev.elasticrecognition.domain.recognition.Prediction;
import dev.elasticrecognition.domain.recognition.Recognizer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Recognises pictures with an ONNX image classifier. A model directory holds the network ({@code model.onnx}), the names of
 * its classes ({@code labels.txt}) and the {@link ModelDescriptor descriptor} ({@code model.properties}).
 *
 * <p>It is made once, which loads the model, checks that the three files fit each other and runs the network on a black
 * picture. It is safe for use by several threads, which share one session, and lives until it is closed; nobody may be using
 * it then. However many call, no more decode and infer at a time than there are cores.
 */
public final class OnnxRecognizer implements Recognizer, AutoCloseable {

    private static final int TOP = 5;

    private final ModelDescriptor model;
    private final Labels labels;
    private final BoundedDecoding decoding;
    private final Preprocessing preprocessing;
    private final Network network;
    private final Batching inference;

    /** Buffers between two pictures: no more than there ever were callers at once. */
    private final Queue<FloatBuffer> spareInputs = new ConcurrentLinkedQueue<>();

    /**
     * Loads a model.
     *
     * @param directory the model directory
     * @param execution how the network is run
     * @param limits which pictures are accepted
     * @throws UnusableModel if a file is missing or damaged, or the files don't fit each other
     * @throws UnavailableProvider if the network can't be run by what it is to be run by
     */
    public OnnxRecognizer(Path directory, Execution execution, ImageLimits limits) {
        Allowance cores = new Allowance(Runtime.getRuntime().availableProcessors());
        model = ModelDescriptor.read(directory);
        labels = Labels.read(directory);
        decoding = BoundedDecoding.inHalfOfTheHeap(limits, cores);
        preprocessing = new Preprocessing(model);
        network = new Network(directory, model, labels, execution);
        inference = new Batching(network::probabilities, execution, cores);
    }

    @Override
    public String modelId() {
        return model.id();
    }

    @Override
    public void check() {
        FloatBuffer input = preprocessing.buffer();
        preprocessing.fill(input, Pixels.black(1, 1));
        inference.run(input);
    }

    @Override
    public Recognition recognize(byte[] image) {
        FloatBuffer spare = spareInputs.poll();
        FloatBuffer input = spare != null ? spare : preprocessing.buffer();
        try {
            Duration decoded = decoding.decode(image, pixels -> preprocessing.fill(input, pixels));
            Batching.Output output = inference.run(input);
            return new Recognition(best(output.probabilities()), decoded, output.duration());
        } finally {
            spareInputs.add(input);
        }
    }

    @Override
    public void close() {
        network.close();
    }

    private List<Prediction> best(float[] probabilities) {
        float[] left = probabilities.clone();
        List<Prediction> best = new ArrayList<>();
        while (best.size() < Math.min(TOP, left.length)) {
            int index = most(left);
            best.add(new Prediction(labels.names().get(index), index, confidence(left[index])));
            left[index] = Float.NEGATIVE_INFINITY;
        }
        return best;
    }

    private static int most(float[] values) {
        int most = 0;
        for (int i = 1; i < values.length; i++) {
            most = values[i] > values[most] ? i : most;
        }
        return most;
    }

    /** Rounding may leave a sure class with a hair more than 1. */
    private static double confidence(float probability) {
        return Math.min(1, Math.max(0, probability));
    }
}
