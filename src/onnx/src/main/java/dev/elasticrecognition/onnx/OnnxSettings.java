package dev.elasticrecognition.onnx;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * The settings of recognition by an ONNX model.
 *
 * @param modelDirectory {@value #MODEL_DIRECTORY}: the model directory; required
 * @param threads {@value #THREADS}: how many threads work on one run of the network, 1 or more. As many runs are
 *     under way at a time as there are cores for their threads
 * @param batch {@value #BATCH}: how many pictures one run takes at most, if as many are waiting, 1 to 256
 * @param providers {@value #PROVIDERS}: what the network is run by, the preferred first
 */
record OnnxSettings(Path modelDirectory, int threads, int batch, List<ExecutionProvider> providers) {

    static final String MODEL_DIRECTORY = "elastic.model.directory";
    static final String THREADS = "elastic.model.threads";
    static final String BATCH = "elastic.model.batch";
    static final String PROVIDERS = "elastic.model.providers";

    private static final int LARGEST_BATCH = 256;

    OnnxSettings {
        providers = List.copyOf(providers);
        Rules.require(threads >= 1, THREADS, "1 or more", threads);
        Rules.require(batch >= 1 && batch <= LARGEST_BATCH, BATCH, "1 to " + LARGEST_BATCH, batch);
    }

    /** Reads the settings. Throws what {@link Config} throws if one is missing or no number. */
    static OnnxSettings from(Config config) {
        return new OnnxSettings(
                Path.of(config.getValue(MODEL_DIRECTORY, String.class)),
                config.getValue(THREADS, Integer.class),
                config.getValue(BATCH, Integer.class),
                providers(config.getValue(PROVIDERS, String.class)));
    }

    Execution execution() {
        return new Execution(threads, batch, providers);
    }

    private static List<ExecutionProvider> providers(String names) {
        return Arrays.stream(names.split(",")).map(ExecutionProvider::named).toList();
    }
}
