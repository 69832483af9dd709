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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

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
    private final Execution execution;
    private final OrtSession session;

    /**
     * Loads and checks a network.
     *
     * @throws UnusableModel if the file is missing or damaged, or doesn't fit the descriptor, the labels or the batches
     * @throws UnavailableProvider if it can't be run by what it is to be run by
     */
    Network(Path directory, ModelDescriptor model, Labels labels, Execution execution) {
        this.file = directory.resolve(FILE);
        this.model = model;
        this.execution = execution;
        this.session = load(file, execution);
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
     * Runs the network on a batch.
     *
     * @param inputs of a picture each, as the descriptor says, in direct buffers
     * @return for each picture the probability of each class
     * @throws IllegalStateException if the network fails
     */
    List<float[]> probabilities(List<FloatBuffer> inputs) {
        try {
            List<float[]> outputs = run(inputs);
            return model.output() == ModelDescriptor.Output.LOGITS
                    ? outputs.stream().map(Network::softmax).toList()
                    : outputs;
        } catch (OrtException e) {
            throw new IllegalStateException("The model %s failed: %s".formatted(model.id(), e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The network %s doesn't close".formatted(file), e);
        }
    }

    private List<float[]> run(List<FloatBuffer> inputs) throws OrtException {
        long[] shape = inputShape(inputs.size());
        try (OnnxTensor tensor = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), joined(inputs), shape);
                OrtSession.Result result = session.run(Map.of(model.inputName(), tensor), Set.of(model.outputName()))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            int classes = values.remaining() / inputs.size();
            return inputs.stream().map(input -> next(values, classes)).toList();
        }
    }

    /** One input is taken where it is. */
    private static FloatBuffer joined(List<FloatBuffer> inputs) {
        if (inputs.size() == 1) {
            return inputs.get(0);
        }
        FloatBuffer all = Preprocessing.buffer(
                inputs.stream().mapToInt(FloatBuffer::remaining).sum());
        inputs.forEach(input -> all.put(input.duplicate()));
        return all.flip();
    }

    private static float[] next(FloatBuffer values, int count) {
        float[] next = new float[count];
        values.get(next);
        return next;
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

    private long[] inputShape(int batch) {
        return model.layout() == ModelDescriptor.Layout.NCHW
                ? new long[] {batch, 3, model.height(), model.width()}
                : new long[] {batch, model.height(), model.width(), 3};
    }

    private static OrtSession load(Path file, Execution execution) {
        if (!Files.isReadable(file)) {
            throw new UnusableModel(file, "is missing or can't be read. Put the network there.");
        }
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(execution.threads());
            // A thread that spins for its next task takes the core from whoever decodes the next picture.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            execution.providers().forEach(provider -> provider.addTo(options));
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
        float[] output = run(List.of(blackPicture())).get(0);
        if (output.length != classes) {
            throw unfit("yields %d values for one picture, but %s names %d classes"
                    .formatted(output.length, Labels.FILE, classes));
        }
        if (model.output() == ModelDescriptor.Output.PROBABILITIES && !areProbabilities(output)) {
            throw unfit("yields values that are no probabilities: is output.kind rather logits?");
        }
    }

    private FloatBuffer blackPicture() {
        Preprocessing preprocessing = new Preprocessing(model);
        FloatBuffer input = preprocessing.buffer();
        preprocessing.fill(input, Pixels.black(1, 1));
        return input;
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
        if (!takes(shape, inputShape(1))) {
            throw unfit("wants an input of %s, but the descriptor says %s (-1 stands for any)"
                    .formatted(Arrays.toString(shape), Arrays.toString(inputShape(1))));
        }
        if (!takes(shape, inputShape(execution.batch()))) {
            throw new UnusableModel(
                    file,
                    "takes one picture at a time, but %s is %d. Make it 1, or export the network for batches of any size."
                            .formatted(OnnxSettings.BATCH, execution.batch()));
        }
    }

    private static boolean takes(long[] declared, long[] shape) {
        return declared.length == shape.length
                && IntStream.range(0, shape.length)
                        .allMatch(axis -> declared[axis] == -1 || declared[axis] == shape[axis]);
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
