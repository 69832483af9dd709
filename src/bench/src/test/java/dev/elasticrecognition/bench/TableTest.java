package dev.elasticrecognition.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void aRowHasImagesASecondAndProcessorTime() {
        assertThat(Table.row(new Row("decode", new Measured(512.4, 1.856))))
                .isEqualToIgnoringNewLines("| decode | 512 | 1.86 |");
    }

    @Test
    void everyRowHasAsManyCellsAsTheHeading() {
        assertThat(Table.heading().lines())
                .hasSize(2)
                .allMatch(line -> line.chars().filter(sign -> sign == '|').count() == 4);
    }
}
