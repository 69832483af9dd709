package dev.elasticrecognition.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * The network of a model, loaded once. Safe for use by several threads.
 *
 * <p>When it is made, the network is compared with the model's descriptor and labels, and run once on a black picture: what
 * doesn't fit is found out before the first request comes.
 */
final class Network implements AutoCloseable {

    static final String FILE = "model.onnx";

    private static final float TOLERANCE = 1e-3f;

    private final Path file;
    private final ModelDescriptor model;
    private final long[] inputShape;
    private final OrtSession session;

    /**
     * Loads and checks a network.
     *
     * @param threads how many threads work on one picture, 1 or more
     * @throws UnusableModel if the file is missing or damaged, or doesn't fit the descriptor or the labels
     */
    Network(Path directory, ModelDescriptor model, Labels labels, int threads) {
        this.file = directory.resolve(FILE);
        this.model = model;
        this.inputShape = inputShape(model);
        this.session = load(file, threads);
        try {
            check(labels.names().size());
        } catch (OrtException e) {
            close();
            throw new UnusableModel(file, "doesn't run (%s). Export the network anew.".formatted(e.getMessage()), e);
        } catch (UnusableModel e) {
            close();
            throw e;
        }
    }

    /**
     * Runs the network.
     *
     * @param input of one picture, as the descriptor says
     * @return the probability of each class
     */
    float[] probabilities(FloatBuffer input) throws OrtException {
        float[] output = run(input);
        return model.output() == ModelDescriptor.Output.LOGITS ? softmax(output) : output;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The network %s doesn't close".formatted(file), e);
        }
    }

    private float[] run(FloatBuffer input) throws OrtException {
        try (OnnxTensor tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), input, inputShape);
                OrtSession.Result result = session.run(Map.of(model.inputName(), tensor), Set.of(model.outputName()))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] output = new float[values.remaining()];
            values.get(output);
            return output;
        }
    }

    private static float[] softmax(float[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - max);
        }
        float[] probabilities = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = (float) (Math.exp(logits[i] - max) / sum);
        }
        return probabilities;
    }

    private static long[] inputShape(ModelDescriptor model) {
        return model.layout() == ModelDescriptor.Layout.NCHW
                ? new long[] {1, 3, model.height(), model.width()}
                : new long[] {1, model.height(), model.width(), 3};
    }

    private static OrtSession load(Path file, int threads) {
        if (!Files.isReadable(file)) {
            throw new UnusableModel(file, "is missing or can't be read. Put the network there.");
        }
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            // A thread that spins for its next task takes the core from whoever decodes the next picture.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return OrtEnvironment.getEnvironment().createSession(file.toString(), options);
        } catch (OrtException e) {
            throw new UnusableModel(
                    file, "is no network that ONNX Runtime loads (%s). Export it anew.".formatted(e.getMessage()), e);
        }
    }

    private void check(int classes) throws OrtException {
        if (session.getNumInputs() != 1) {
            throw unfit("has %d inputs instead of one".formatted(session.getNumInputs()));
        }
        requireInput(tensor(session.getInputInfo(), "input.name", model.inputName()));
        tensor(session.getOutputInfo(), "output.name", model.outputName());
        float[] output = run(new Preprocessing(model).input(Pixels.black(1, 1)));
        if (output.length != classes) {
            throw unfit("yields %d values for one picture, but %s names %d classes"
                    .formatted(output.length, Labels.FILE, classes));
        }
        if (model.output() == ModelDescriptor.Output.PROBABILITIES && !areProbabilities(output)) {
            throw unfit("yields values that are no probabilities: is output.kind rather logits?");
        }
    }

    private TensorInfo tensor(Map<String, NodeInfo> nodes, String key, String name) {
        NodeInfo node = nodes.get(name);
        if (node == null) {
            throw unfit("has no tensor '%s' (%s), but %s".formatted(name, key, nodes.keySet()));
        }
        if (node.getInfo() instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT) {
            return tensor;
        }
        throw unfit("has a tensor '%s' (%s) that is not of float32".formatted(name, key));
    }

    private void requireInput(TensorInfo input) {
        long[] shape = input.getShape();
        boolean fits = shape.length == inputShape.length;
        for (int axis = 0; fits && axis < shape.length; axis++) {
            fits = shape[axis] == -1 || shape[axis] == inputShape[axis];
        }
        if (!fits) {
            throw unfit("wants an input of %s, but the descriptor says %s (-1 stands for any)"
                    .formatted(Arrays.toString(shape), Arrays.toString(inputShape)));
        }
    }

    private static boolean areProbabilities(float[] output) {
        float sum = 0;
        boolean inRange = true;
        for (float value : output) {
            sum += value;
            inRange &= value >= -TOLERANCE && value <= 1 + TOLERANCE;
        }
        return inRange && Math.abs(sum - 1) <= TOLERANCE;
    }

    private UnusableModel unfit(String what) {
        return new UnusableModel(
                file, "%s. Make %s and %s fit the network.".formatted(what, ModelDescriptor.FILE, Labels.FILE));
    }
}
