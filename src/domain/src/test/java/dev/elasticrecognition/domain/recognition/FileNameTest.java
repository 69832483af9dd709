package dev.elasticrecognition.domain.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "photo.jpg, photo.jpg",
        "C:\\Users\\me\\photo.jpg, photo.jpg",
        "../../etc/passwd, passwd",
        "'  Zürich 夏 🐎.JPEG ', Zürich 夏 🐎.JPEG",
        "a/, image",
        "'   ', image"
    })
    void aNameIsACaptionAndNoPath(String sent, String kept) {
        assertThat(FileName.cleaned(sent)).isEqualTo(kept);
    }

    @Test
    void whatIsNotShownIsNotKept() {
        assertThat(FileName.cleaned("a\u0000b\r\nc\u001Bd\uD800e\uFFFEf\u202Eg.jpg"))
                .isEqualTo("abcdefg.jpg");
    }

    @Test
    void aMissingNameIsReplaced() {
        assertThat(FileName.cleaned(null)).isEqualTo("image");
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        String cut = FileName.cleaned("x" + "🐎".repeat(200));

        assertThat(cut).isEqualTo("x" + "🐎".repeat(127));
    }
}
