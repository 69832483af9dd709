package dev.elasticrecognition.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.elasticrecognition.domain.messaging.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.SdkSystemSetting;

/** Against metadata services that are well, refuse, or keep silent. */
class ImdsOwnInstanceTest {

    private static final String ENDPOINT = SdkSystemSetting.AWS_EC2_METADATA_SERVICE_ENDPOINT.property();

    private final AtomicInteger questions = new AtomicInteger();
    private final ImdsOwnInstance ownInstance = new ImdsOwnInstance();
    private HttpServer service;

    @BeforeEach
    void startService() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/latest/api/token", exchange -> {
            exchange.getResponseHeaders().set("x-aws-ec2-metadata-token-ttl-seconds", "21600");
            answer(exchange, 200, "a-token");
        });
        service.start();
        System.setProperty(ENDPOINT, "http://localhost:" + service.getAddress().getPort());
    }

    @AfterEach
    void stopService() {
        System.clearProperty(ENDPOINT);
        ownInstance.close();
        service.stop(0);
    }

    @Test
    void theIdIsAskedForWithATokenAndOnlyOnce() {
        service.createContext("/latest/meta-data/instance-id", exchange -> {
            questions.incrementAndGet();
            boolean allowed = "a-token".equals(exchange.getRequestHeaders().getFirst("x-aws-ec2-metadata-token"));
            answer(exchange, allowed ? 200 : 401, allowed ? "i-0123456789abcdef0" : "");
        });

        assertThat(ownInstance.id()).isEqualTo("i-0123456789abcdef0");
        assertThat(ownInstance.id()).isEqualTo("i-0123456789abcdef0");
        assertThat(questions).hasValue(1);
    }

    @Test
    void whatCannotBeAnsweredIsAskedAgain() {
        service.createContext("/latest/meta-data/instance-id", exchange -> {
            boolean well = questions.incrementAndGet() > 1;
            answer(exchange, well ? 200 : 404, well ? "i-0123456789abcdef0" : "");
        });

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(ownInstance::id)
                .withMessageContaining("instance metadata service");

        assertThat(ownInstance.id()).isEqualTo("i-0123456789abcdef0");
    }

    @Test
    @Timeout(60)
    void aServiceThatKeepsSilentIsNotWaitedForLong() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.setProperty(ENDPOINT, "http://localhost:" + silent.getLocalPort());

            assertThatExceptionOfType(Unavailable.class).isThrownBy(ownInstance::id);
        }
    }

    @Test
    void anInterruptionIsSeenWhenItIsAnnounced() {
        assertThat(ownInstance.isToBeInterrupted()).isFalse();

        service.createContext(
                "/latest/meta-data/spot/instance-action",
                exchange -> answer(exchange, 200, "{\"action\": \"terminate\", \"time\": \"2026-09-18T08:22:00Z\"}"));

        assertThat(ownInstance.isToBeInterrupted()).isTrue();
    }

    @Test
    void aServiceThatIsGoneAnnouncesNothing() {
        service.stop(0);

        assertThat(ownInstance.isToBeInterrupted()).isFalse();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
