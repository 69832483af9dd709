package dev.elasticrecognition.domain.recognition;

import java.time.Duration;
import java.util.List;

/** The model, from a picture's bytes to its labels. Safe for use by several threads. */
public interface Recognizer {

    /** Names the model and its version, as it is kept with each result. */
    String modelId();

    /**
     * Says what a picture shows.
     *
     * @param image the file as it was sent
     * @throws RejectedImage if it is no picture of an accepted type, or can't be decoded
     */
    Recognition recognize(byte[] image);

    /**
     * Looks whether it can recognise at all, whatever the picture.
     *
     * @throws RuntimeException if it can't, and won't until it is made anew
     */
    void check();

    /**
     * What the model said.
     *
     * @param predictions the most probable classes, most probable first; five, or all of a model with fewer
     * @param decoding time from bytes to the model's input
     * @param inference time in the model
     */
    record Recognition(List<Prediction> predictions, Duration decoding, Duration inference) {

        public Recognition {
            predictions = List.copyOf(predictions);
            if (predictions.isEmpty()) {
                throw new IllegalArgumentException("A recognition has at least one prediction");
            }
        }
    }
}
