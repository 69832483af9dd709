package dev.elasticrecognition.chaos.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.elasticrecognition.chaos.system.Detour.Weather;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DetourTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer service;
    private Detour detour;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
        detour = new Detour(service.getAddress().getPort());
    }

    @AfterEach
    void stop() throws IOException {
        detour.close();
        service.stop(0);
    }

    @Test
    void inFineWeatherEverythingPasses() throws Exception {
        String large = "picture ".repeat(100_000);

        assertThat(echo(large)).isEqualTo(large);
    }

    @Test
    void whatIsCutBreaksAndWorksAgainLater() throws Exception {
        assertThat(echo("before")).isEqualTo("before");

        detour.turn(Weather.CUT);
        assertThatThrownBy(() -> echo("meanwhile")).isInstanceOf(IOException.class);

        detour.turn(Weather.FINE);
        assertThat(echo("after")).isEqualTo("after");
    }

    @Test
    void aDelayIsHalfASecondEachWay() throws Exception {
        detour.turn(Weather.DELAYED);

        long start = System.nanoTime();
        assertThat(echo("slow")).isEqualTo("slow");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void whatIsSilentAnswersWhenTheWeatherIsFineAgain() throws Exception {
        detour.turn(Weather.SILENT);
        CompletableFuture<String> answer =
                http.sendAsync(request("late"), BodyHandlers.ofString()).thenApply(response -> response.body());
        assertThat(answer.completeOnTimeout("nothing", 500, TimeUnit.MILLISECONDS)
                        .get())
                .isEqualTo("nothing");

        CompletableFuture<String> second =
                http.sendAsync(request("late"), BodyHandlers.ofString()).thenApply(response -> response.body());
        detour.turn(Weather.FINE);
        assertThat(second.get()).isEqualTo("late");
    }

    @Test
    void numbersOfMessagesAreLiesOfTheSameLength() throws Exception {
        String answer = """
                {"Attributes": {"ApproximateNumberOfMessages": "12", "ApproximateNumberOfMessagesNotVisible":"3", \
                "VisibilityTimeout": "30"}}""";

        detour.turn(Weather.LYING);

        assertThat(answersTo(answer, 2))
                .containsExactly(
                        answer.replace("12", "00").replace("\"3\"", "\"0\""),
                        answer.replace("12", "99").replace("\"3\"", "\"9\""));
        assertThat(echo("[\"others\", 12]")).isEqualTo("[\"others\", 12]");
        detour.turn(Weather.FINE);
        assertThat(echo(answer)).isEqualTo(answer);
    }

    private List<String> answersTo(String text, int times) throws IOException, InterruptedException {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            answers.add(echo(text));
        }
        return answers;
    }

    private String echo(String text) throws IOException, InterruptedException {
        return http.send(request(text), BodyHandlers.ofString()).body();
    }

    private HttpRequest request(String text) {
        return HttpRequest.newBuilder(detour.address())
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build();
    }
}
