package dev.elasticrecognition.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerCredentialsTest {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b-c_d~e+f/g=", "bearer a.b-c_d~e+f/g=", "BEARER  a.b-c_d~e+f/g= "})
    void aTokenIsRead(String header) {
        assertThat(BearerCredentials.in(header)).hasValue("a.b-c_d~e+f/g=");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer a b", "Basic YTpi", "Bearer a\nb"})
    void whatIsNoneIsNone(String header) {
        assertThat(BearerCredentials.in(header)).isEmpty();
    }
}
