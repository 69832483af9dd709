package dev.elasticrecognition.web.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any file name is a header that every browser reads alike. */
class FileNameHeaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "rocket.jpg | rocket.jpg | rocket.jpg",
                "a b;c.jpg | a b;c.jpg | a%20b%3Bc.jpg",
                "a\"b\\c.jpg | a_b_c.jpg | a%22b%5Cc.jpg",
                "100%41.jpg | 100_41.jpg | 100%2541.jpg",
                "Zürich 夏.jpg | Z_rich _.jpg | Z%C3%BCrich%20%E5%A4%8F.jpg",
                "it's (1)*.jpg | it's (1)*.jpg | it%27s%20%281%29%2A.jpg"
            })
    void aNameIsToldInAsciiAndInFull(String fileName, String ascii, String encoded) {
        assertThat(FileNameHeader.inline(fileName))
                .isEqualTo("inline; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded);
    }
}
