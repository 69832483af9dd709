package dev.elasticrecognition.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.web.problems.ProblemDocument;
import dev.elasticrecognition.web.results.RecognitionDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request is a line of a table that harms no spreadsheet. */
class CsvLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"=", "+", "-", "@", "\t", "\r"})
    void whatCouldBeAFormulaHasAnApostropheInFront(String sign) {
        String cell = sign.equals("\r") ? "\"'\r1\"" : "'" + sign + "1";

        assertThat(named(sign + "1")).startsWith(",refused," + cell + ",,");
        assertThat(named("1" + sign + "1")).doesNotContain("'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {"a,b | \"a,b\"", "a\"b | \"a\"\"b\"", "=a,\"b\" | \"'=a,\"\"b\"\"\"", "Zürich 夏 | Zürich 夏"})
    void whatHasSignsOfItsOwnIsQuoted(String fileName, String cell) {
        assertThat(named(fileName)).startsWith(",refused," + cell + ",,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb"})
    void aTextMayHaveLines(String fileName) {
        assertThat(named(fileName)).startsWith(",refused,\"" + fileName + "\",,");
    }

    @ParameterizedTest
    @ValueSource(strings = "rocket.jpg")
    void everyLineHasAsManyCellsAsTheHeaderAndItsEnd(String fileName) {
        String line = named(fileName);

        assertThat(line).endsWith(",urn:problem,Too large\r\n");
        assertThat(commas(line)).isEqualTo(commas(CsvLine.HEADER));
    }

    private static long commas(String line) {
        return line.chars().filter(sign -> sign == ',').count();
    }

    private static String named(String fileName) {
        ProblemDocument problem = new ProblemDocument("urn:problem", "Large", 413, "Too large", null, null);
        return CsvLine.of(RecognitionDocument.refused(fileName, problem));
    }
}
