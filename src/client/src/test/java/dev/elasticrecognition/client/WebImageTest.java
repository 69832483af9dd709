package dev.elasticrecognition.client;

import static dev.elasticrecognition.client.ServiceStandIn.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebImageTest {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private ServiceStandIn web;
    private WebImage image;

    @BeforeEach
    void start() throws IOException {
        web = ServiceStandIn.start();
        image = new WebImage(web.uri().resolve("/pictures/a%20cat.jpg?size=big"));
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void isFetchedUnderTheNameInItsAddress() throws Exception {
        web.lineUp(ServiceStandIn.content("picture of cat"));

        assertThat(image.read().fileName()).isEqualTo("a cat.jpg");
        assertThat(web.requests().get(0).headers()).doesNotContainKey("Authorization");
    }

    @Test
    void whatIsTooLargeIsNotFetchedToItsEnd() {
        web.lineUp(ServiceStandIn.content("123456"), ServiceStandIn.content("12345"));

        assertThatIOException().isThrownBy(() -> image.read(5, LONGEST)).withMessageContaining("more than the 5 bytes");
        assertThatIOException().isThrownBy(() -> image.read(4, LONGEST));
    }

    @Test
    void whatDoesNotComeToAnEndIsGivenUp() {
        CountDownLatch over = new CountDownLatch(1);
        web.lineUp(exchange -> beginAndStay(exchange, over));

        assertThatIOException()
                .isThrownBy(() -> image.read(100, Duration.ofMillis(300)))
                .withMessageContaining("doesn't come");
        over.countDown();
    }

    @Test
    void anythingButSuccessIsNoImage() {
        web.lineUp(refused(404, "Gone"));

        assertThatIOException().isThrownBy(image::read).withMessageContaining("status 404");
    }

    private static void beginAndStay(HttpExchange exchange, CountDownLatch over) throws IOException {
        exchange.sendResponseHeaders(200, 100);
        exchange.getResponseBody().write('1');
        exchange.getResponseBody().flush();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
