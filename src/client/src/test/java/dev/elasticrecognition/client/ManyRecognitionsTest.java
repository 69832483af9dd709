package dev.elasticrecognition.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManyRecognitionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ServiceStandIn service;
    private RecognitionClient client;

    @BeforeEach
    void start() throws IOException {
        service = ServiceStandIn.start();
        client = new RecognitionClient(service.uri());
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    @Test
    void eachHasItsOutcomeWhateverBecomesOfTheOthers() {
        ImageSource gone = () -> {
            throw new IOException("gone");
        };
        List<ImageSource> sources = List.of(image("picture of cat"), gone, image("text"), image("picture of dog"));

        try (Stream<Outcome<ImageSource>> outcomes = client.recognizeAll(sources.stream(), 2, PATIENCE)) {
            List<Outcome<ImageSource>> all = outcomes.toList();

            assertThat(all).extracting(Outcome::source).containsExactlyInAnyOrderElementsOf(sources);
            assertThat(all)
                    .flatExtracting(outcome -> outcome.label().stream().toList())
                    .containsExactlyInAnyOrder("cat", "dog");
            assertThat(all).filteredOn(ManyRecognitionsTest::isUnread).hasSize(1);
            assertThat(all).filteredOn(ManyRecognitionsTest::isRefused).hasSize(1);
        }
    }

    @Test
    void noMoreAreTakenThanThereArePlaces() {
        AtomicInteger taken = new AtomicInteger();
        Stream<Image> endless = Stream.generate(() -> image("picture of cat " + taken.incrementAndGet()));

        try (Stream<Outcome<Image>> outcomes = client.recognizeAll(endless, 4, PATIENCE)) {
            assertThat(outcomes.limit(10)).hasSize(10);
        }

        assertThat(taken.get()).isBetween(10, 10 + 4);
    }

    @Test
    void closingBreaksOffWhatIsUnderWay() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        ImageSource endless = () -> {
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
            return image("picture of cat");
        };

        try (Stream<Outcome<ImageSource>> outcomes =
                client.recognizeAll(Stream.of(endless, image("picture of dog")), 2, PATIENCE)) {
            assertThat(outcomes.limit(1)).singleElement().matches(first -> first.source() != endless);
        }

        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean isUnread(Outcome<?> outcome) {
        return outcome instanceof Outcome.Unanswered<?> unanswered && unanswered.why() instanceof IOException;
    }

    private static boolean isRefused(Outcome<?> outcome) {
        return outcome instanceof Outcome.Unanswered<?> unanswered && unanswered.why() instanceof ProblemException;
    }

    private static Image image(String content) {
        return new Image("image.jpg", content.getBytes(StandardCharsets.UTF_8));
    }
}
