package dev.elasticrecognition.localcloud.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.elasticrecognition.localcloud.credentials.AccessKey;
import dev.elasticrecognition.localcloud.errors.ErrorCode;
import dev.elasticrecognition.localcloud.errors.ServiceError;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Requests are signed by the AWS SDK's own signer. */
class SignatureCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final AccessKey KEY = new AccessKey("AKIATEST", "secret");
    private static final byte[] BODY = "Action=DescribeInstances&Version=2016-11-15".getBytes(UTF_8);

    private final SignatureCheck check = new SignatureCheck(KEY, "ec2", "us-east-1", InstantSource.fixed(NOW));

    @Test
    void aRequestSignedWithTheKeyIsAccepted() {
        assertThatCode(() -> check.verify(request(signed(KEY, "us-east-1", NOW), BODY)))
                .doesNotThrowAnyException();
    }

    @Test
    void aClockMayBeWrongByAQuarterOfAnHour() {
        assertThatCode(() -> check.verify(request(signed(KEY, "us-east-1", NOW.minus(Duration.ofMinutes(15))), BODY)))
                .doesNotThrowAnyException();
        refused(ErrorCode.REQUEST_EXPIRED, signed(KEY, "us-east-1", NOW.minus(Duration.ofMinutes(16))), BODY);
        refused(ErrorCode.REQUEST_EXPIRED, signed(KEY, "us-east-1", NOW.plus(Duration.ofMinutes(16))), BODY);
    }

    @Test
    void anotherKeyOrRegionIsRefused() {
        refused(ErrorCode.AUTH_FAILURE, signed(new AccessKey("AKIAOTHER", "secret"), "us-east-1", NOW), BODY);
        refused(ErrorCode.SIGNATURE_DOES_NOT_MATCH, signed(new AccessKey("AKIATEST", "x"), "us-east-1", NOW), BODY);
        refused(ErrorCode.SIGNATURE_DOES_NOT_MATCH, signed(KEY, "eu-west-1", NOW), BODY);
    }

    @Test
    void nothingSignedCanBeChanged() {
        Map<String, List<String>> headers = signed(KEY, "us-east-1", NOW);
        refused(ErrorCode.SIGNATURE_DOES_NOT_MATCH, headers, "Action=RunInstances".getBytes(UTF_8));
        headers.put("Host", List.of("elsewhere"));
        refused(ErrorCode.SIGNATURE_DOES_NOT_MATCH, headers, BODY);
    }

    @Test
    void anAmzHeaderCannotBeAdded() {
        Map<String, List<String>> headers = signed(KEY, "us-east-1", NOW);
        headers.put("X-Amz-Security-Token", List.of("added"));
        refused(ErrorCode.SIGNATURE_DOES_NOT_MATCH, headers, BODY);
    }

    @Test
    void aRequestWithoutSignatureIsRefused() {
        refused(ErrorCode.MISSING_AUTHENTICATION_TOKEN, Map.of("Host", List.of("127.0.0.1")), BODY);
        refused(ErrorCode.INCOMPLETE_SIGNATURE, Map.of("Authorization", List.of("Basic YTpi")), BODY);
    }

    private void refused(ErrorCode code, Map<String, List<String>> headers, byte[] body) {
        assertThatExceptionOfType(ServiceError.class)
                .isThrownBy(() -> check.verify(request(headers, body)))
                .extracting(ServiceError::code)
                .isEqualTo(code);
    }

    private static SignedRequest request(Map<String, List<String>> headers, byte[] body) {
        return SignedRequest.of("POST", headers, body);
    }

    private static Map<String, List<String>> signed(AccessKey key, String region, Instant time) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .uri(URI.create("http://127.0.0.1:9326/"))
                .method(SdkHttpMethod.POST)
                .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .build();
        return new TreeMap<>(AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(AwsCredentialsIdentity.create(key.id(), key.secret()))
                        .request(request)
                        .payload(ContentStreamProvider.fromByteArray(BODY))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "ec2")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(time, ZoneOffset.UTC)))
                .request()
                .headers());
    }
}
