package dev.elasticrecognition.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.elasticrecognition.domain.fleet.Offering;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkerUserDataTest {

    private static final List<Offering> OFFERINGS = List.of(new Offering("c7i.large", ""));

    private static final AwsSettings SETTINGS = new AwsSettings(
            "in-bucket", "out-bucket", "control-bucket", "requests", "dead", "responses-", Duration.ofSeconds(45), 5);

    @Test
    void theScriptHandsOnSettingsAndEndpointsButNoSecrets() {
        Map<String, String> own = Map.of(
                "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9325",
                "ELASTIC_MODEL_DIRECTORY", "/models/other",
                "ELASTIC_HTTP_PORT", "9080",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "HOME", "/home/me");

        String script =
                WorkerUserData.of(SETTINGS, own, "", "/opt/worker/start").script();

        assertThat(script)
                .startsWith("#!/bin/sh\n")
                .contains("export AWS_ENDPOINT_URL_S3='http://127.0.0.1:9325'\n")
                .contains("export ELASTIC_MODEL_DIRECTORY='/models/other'\n")
                .contains("export ELASTIC_BUCKET_INPUT='in-bucket'\n")
                .contains("export ELASTIC_BUCKET_CONTROL='control-bucket'\n")
                .contains("export ELASTIC_QUEUE_VISIBILITY_TIMEOUT='PT45S'\n")
                .endsWith("exec '/opt/worker/start'\n")
                .doesNotContain("secret", "HOME", "HTTP_PORT");
    }

    @Test
    void workersTraceToTheSameCollectorAndLogInTheSameFormat() {
        Map<String, String> own = Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318",
                "OTEL_SERVICE_NAME", "front",
                "OTEL_EXPORTER_OTLP_HEADERS", "api-key=secret",
                "OTEL_EXPORTER_OTLP_TRACES_HEADERS", "api-key=secret",
                "ELASTIC_LOG_FORMAT", "json");

        assertThat(WorkerUserData.of(SETTINGS, own, "", "/opt/worker/start").script())
                .contains("export OTEL_EXPORTER_OTLP_ENDPOINT='http://collector:4318'\n")
                .contains("export ELASTIC_LOG_FORMAT='json'\n")
                .doesNotContain("secret", "SERVICE_NAME");
    }

    @Test
    void whatIsToBeInstalledIsInstalledBeforeTheWorkerStartsAndKnowsItsSettings()
            throws IOException, InterruptedException {
        WorkerUserData userData = new WorkerUserData(
                Map.of("PACKAGE", "worker.tar.gz"), "#!/bin/sh\necho installs $PACKAGE", "/usr/bin/true");

        Process shell = new ProcessBuilder("sh", "-c", userData.script()).start();

        assertThat(shell.getInputStream()).hasContent("installs worker.tar.gz");
        assertThat(shell.waitFor()).isZero();
    }

    @Test
    void userDataThatEc2WouldRefuseIsRefusedHere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkerUserData.of(SETTINGS, Map.of(), "#".repeat(16 * 1024), "/start"))
                .withMessageContaining("elastic.fleet.install-script");
    }

    @Test
    void noSettingCanBreakOutOfItsQuotes() throws IOException, InterruptedException {
        String nasty = "a'; echo broken out; echo '$(id)`id`\\";
        WorkerUserData userData = new WorkerUserData(Map.of("NASTY", nasty), "", "/usr/bin/env");

        Process shell = new ProcessBuilder("sh", "-c", userData.script()).start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("NASTY=" + nasty + "\n");
        assertThat(shell.waitFor()).isZero();
    }

    @Test
    void ec2GetsTheScriptInBase64() {
        WorkerUserData userData = WorkerUserData.of(SETTINGS, Map.of(), "", "/opt/worker/start");

        assertThat(new String(Base64.getDecoder().decode(userData.base64()), StandardCharsets.UTF_8))
                .isEqualTo(userData.script());
    }

    @Test
    void nonsenseIsRefusedNamingTheSetting() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new AwsSettings("In Bucket", "out", "control", "r", "d", "p", Duration.ofSeconds(1), 5))
                .withMessageContaining("elastic.bucket.input");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new AwsSettings("input", "output", "Control", "r", "d", "p", Duration.ofSeconds(1), 5))
                .withMessageContaining("elastic.bucket.control");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AwsSettings("input", "output", "control", "r", "d", "p", Duration.ZERO, 5))
                .withMessageContaining("elastic.queue.visibility-timeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ec2Settings("fleet", Optional.empty(), "my image", OFFERINGS, "/start"))
                .withMessageContaining("elastic.fleet.image-id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ec2Settings(
                        "fleet", Optional.of("lt-00000001:newest"), "ami-00000001", OFFERINGS, "/start"))
                .withMessageContaining("elastic.fleet.launch-template");
    }
}
