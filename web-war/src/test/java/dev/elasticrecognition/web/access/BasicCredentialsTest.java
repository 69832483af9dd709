package dev.elasticrecognition.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {

    @ParameterizedTest
    @ValueSource(strings = {"Basic ", "basic ", "BASIC  "})
    void nameAndPasswordAreReadWhateverTheCaseOfTheScheme(String scheme) {
        assertThat(BasicCredentials.in(scheme + base64("operator:süß:und:lang")))
                .contains(new BasicCredentials("operator", "süß:und:lang"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic ???", "Bearer b3BlcmF0b3I6eA==", "Basic b3BlcmF0b3I="})
    void whatIsNoneOrOfAnotherSchemeOrDamagedIsNone(String header) {
        assertThat(BasicCredentials.in(header)).isEmpty();
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(new BasicCredentials("operator", "secret")).hasToString("operator");
    }

    private static String base64(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
