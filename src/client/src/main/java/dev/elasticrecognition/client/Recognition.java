package dev.elasticrecognition.client;

import java.util.List;
import java.util.Map;

/** What is known of an image that the service accepted. It is waiting until it has succeeded or failed, for good. */
public sealed interface Recognition {

    /** The id under which the service knows it. */
    String id();

    /** Not answered yet. Ask again with {@link RecognitionClient#find}. */
    record Waiting(String id) implements Recognition {}

    /**
     * There will be no label. Mostly because the content is no picture that can be recognised, which sending it again
     * doesn't mend; the problem's {@linkplain Problem#kind kind} tells.
     */
    record Failed(String id, Problem problem) implements Recognition {}

    /**
     * The image got its label.
     *
     * @param label the most likely label, which is also the first of the predictions
     * @param predictions the most likely labels, best first
     * @param model the model that answered
     * @param timings where the time went, by station, as the service wrote it
     */
    record Succeeded(
            String id,
            String fileName,
            String label,
            int classIndex,
            double confidence,
            List<Prediction> predictions,
            String model,
            Map<String, String> timings)
            implements Recognition {

        public Succeeded {
            predictions = List.copyOf(predictions);
            timings = Map.copyOf(timings);
        }
    }
}
