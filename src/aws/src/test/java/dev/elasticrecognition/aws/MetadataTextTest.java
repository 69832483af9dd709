package dev.elasticrecognition.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"photo.jpg", "Zürich, 夏 🐎.JPEG", " blank ", "=?UTF-8?B?eA==?=", "a\"b\\c;d=e", "50%"})
    void anyNameSurvivesAsAHeader(String name) {
        String value = MetadataText.encode(name);

        assertThat(value).matches("[ -~]+");
        assertThat(value.strip()).isEqualTo(value);
        assertThat(MetadataText.decode(value)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo.jpg", "IMG 0001 (copy).png"})
    void aPlainNameStaysReadable(String name) {
        assertThat(MetadataText.encode(name)).isEqualTo(name);
    }
}
