package dev.elasticrecognition.bench;

import java.util.List;

/**
 * What a measurement found.
 *
 * @param rows of the table
 * @param remarks sentences for below the table: what is no rate
 */
record Findings(List<Row> rows, List<String> remarks) {

    Findings {
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    static Findings of(Row row) {
        return new Findings(List.of(row), List.of());
    }
}
