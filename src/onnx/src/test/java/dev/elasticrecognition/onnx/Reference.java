package dev.elasticrecognition.onnx;

import dev.elasticrecognition.domain.recognition.Prediction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the reference pipeline said of one file.
 *
 * @param indices the most probable classes, most probable first
 * @param probabilities theirs
 */
record Reference(String file, List<Integer> indices, List<Double> probabilities) {

    static final double TOLERANCE = 0.02;

    /** Reads one of {@code reference.py}'s rows. */
    static Reference of(String row) {
        String[] columns = row.split(",", -1);
        List<Integer> places = IntStream.of(1, 3, 5, 7, 9).boxed().toList();
        return new Reference(
                columns[0],
                places.stream().map(place -> Integer.valueOf(columns[place])).toList(),
                places.stream().map(place -> Double.valueOf(columns[place + 1])).toList());
    }

    /** What it said of the pictures that the tests share. */
    static Stream<Reference> ofPictures() {
        return new String(Pictures.bytes("reference.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(Reference::of);
    }

    boolean sameLabel(Prediction best) {
        return best.classIndex() == indices.get(0);
    }

    /** How far our best class's probability is from the reference's for the same class. */
    double difference(Prediction best) {
        int place = indices.indexOf(best.classIndex());
        return place < 0 ? best.confidence() : Math.abs(best.confidence() - probabilities.get(place));
    }
}
