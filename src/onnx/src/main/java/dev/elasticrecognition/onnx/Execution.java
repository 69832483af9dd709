package dev.elasticrecognition.onnx;

import java.util.List;

/**
 * How a network is run.
 *
 * @param threads how many threads work on one run, 1 or more
 * @param batch how many pictures one run takes at most, 1 or more
 * @param providers what it is run by, the preferred first; what one can't do the next one does, and the processor the rest
 */
public record Execution(int threads, int batch, List<ExecutionProvider> providers) {

    public Execution {
        providers = List.copyOf(providers);
    }

    /** A thread for each run and a picture for each thread: what costs the least (decision 14). */
    public static Execution onePictureEach() {
        return new Execution(1, 1, List.of(ExecutionProvider.CPU));
    }
}
