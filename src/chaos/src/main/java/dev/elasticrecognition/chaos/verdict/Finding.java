package dev.elasticrecognition.chaos.verdict;

import java.util.List;

/**
 * Something that must never be, and how often it was.
 *
 * @param what it is
 * @param cases a few words for each
 */
public record Finding(String what, List<String> cases) {

    public Finding {
        cases = List.copyOf(cases);
    }

    /** How often it was; 0 is as it must be. */
    public int count() {
        return cases.size();
    }
}
