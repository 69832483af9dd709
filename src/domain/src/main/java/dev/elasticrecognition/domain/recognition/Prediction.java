package dev.elasticrecognition.domain.recognition;

import java.util.Objects;

/**
 * One of the model's guesses.
 *
 * @param label the class's name
 * @param classIndex the class's place in the model's labels, 0 or more
 * @param confidence the model's probability for this class, 0 to 1
 */
public record Prediction(String label, int classIndex, double confidence) {

    public Prediction {
        Objects.requireNonNull(label, "label");
        if (classIndex < 0 || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "No prediction: classIndex=%d, confidence=%s".formatted(classIndex, confidence));
        }
    }
}
