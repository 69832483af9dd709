package dev.elasticrecognition.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HttpsTest {

    @Test
    void thePortIsToldUnlessItIsTheUsualOne() {
        assertThat(Https.of("off", 9443, "", "").authority("host")).isEqualTo("host:9443");
        assertThat(Https.of("off", 443, "", "").authority("host")).isEqualTo("host");
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Https.of("yes", 9443, "", ""))
                .withMessage("elastic.https must be on or off, but is 'yes'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Https.of("on", 9443, "none.p12", "password"))
                .withMessageStartingWith("elastic.https.keystore can't be read with elastic.https.keystore-password")
                .withMessageNotContaining("with password");
    }
}
