package dev.elasticrecognition.client.cli;

import java.util.Locale;

/** Counts how often the label is the one that was expected, and how often that is among the five best. */
final class Accuracy {

    private static final int FIVE = 5;

    private int expected;
    private int first;
    private int amongFive;
    private boolean severalPredictions;

    void count(Result result, String label) {
        expected++;
        first += result.label().equals(label) ? 1 : 0;
        amongFive += result.predictedLabels().stream().limit(FIVE).anyMatch(label::equals) ? 1 : 0;
        severalPredictions |= result.predictedLabels().size() > 1;
    }

    /** The share of right labels, from 0 to 1; 0 when none was expected. */
    double topOne() {
        return share(first);
    }

    @Override
    public String toString() {
        String topOne = "top-1 " + share("%.4f (%d of %d)", first);
        return severalPredictions ? topOne + ", top-5 " + share("%.4f (%d of %d)", amongFive) : topOne;
    }

    private String share(String format, int count) {
        return String.format(Locale.ROOT, format, share(count), count, expected);
    }

    private double share(int count) {
        return expected == 0 ? 0 : (double) count / expected;
    }
}
