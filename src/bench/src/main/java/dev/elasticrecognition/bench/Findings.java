package dev.elasticrecognition.bench;

import java.util.List;

/**
 * What a measurement found.
 *
 * @param costs of an image, for the table of all costs
 * @param sections what else is to be told
 */
record Findings(List<Cost> costs, List<Section> sections) {

    Findings {
        costs = List.copyOf(costs);
        sections = List.copyOf(sections);
    }

    static Findings of(Cost cost) {
        return new Findings(List.of(cost), List.of());
    }

    static Findings of(Section section) {
        return new Findings(List.of(), List.of(section));
    }
}
