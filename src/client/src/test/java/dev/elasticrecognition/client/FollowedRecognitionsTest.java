package dev.elasticrecognition.client;

import static dev.elasticrecognition.client.ServiceStandIn.brokenConnection;
import static dev.elasticrecognition.client.ServiceStandIn.events;
import static dev.elasticrecognition.client.ServiceStandIn.nothing;
import static dev.elasticrecognition.client.ServiceStandIn.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowedRecognitionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final RetryPolicy QUICK =
            new RetryPolicy(Duration.ofMillis(10), Duration.ofMillis(50), Duration.ofSeconds(5));
    private static final String BEGINNING =
            ": results as they come\n\nevent: waiting\ndata: {'id':'r1','status':'waiting'}\n\n";
    private static final String DONE = "event: done\nid: 3\ndata: {}\n\n";

    private ServiceStandIn service;
    private RecognitionClient client;

    @BeforeEach
    void start() throws IOException {
        service = ServiceStandIn.start();
        client = new RecognitionClient(service.uri(), Credentials.none(), QUICK);
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    @Test
    void tellsEachEndOnceOverBrokenConnections() {
        service.lineUp(
                events(BEGINNING + ended("r2", "1")),
                brokenConnection(),
                refused(503, "Too many streams"),
                events(ended("r1", "3") + DONE));

        try (Stream<Recognition> followed = client.follow(List.of("r1", "r2"), PATIENCE)) {
            assertThat(followed).extracting(Recognition::id).containsExactly("r2", "r1");
        }

        assertThat(service.requests())
                .extracting(request -> request.header("Last-Event-ID"))
                .containsExactly(null, "1", "1", "1");
        assertThat(service.requests())
                .allMatch(request -> request.uri().toString().equals("/api/recognitions/events?id=r1&id=r2"));
    }

    @Test
    void endsWhenAllWasToldBefore() {
        service.lineUp(events(ended("r1", "1")), nothing());

        try (Stream<Recognition> followed = client.follow(List.of("r1"), PATIENCE)) {
            assertThat(followed).hasSize(1);
        }
        assertThat(service.requests()).hasSize(2);
    }

    @Test
    void endsWhenPatienceIsOver() {
        service.lineUp(events(BEGINNING));

        try (Stream<Recognition> followed = client.follow(List.of("r1"), Duration.ofMillis(300))) {
            assertThat(followed).isEmpty();
        }
    }

    @Test
    void anUnknownOneIsAProblem() {
        try (Stream<Recognition> followed = client.follow(List.of("r1"), PATIENCE)) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(followed::toList)
                    .withMessageContaining("There is no such recognition");
        }
    }

    @Test
    void refusesNoneAndMoreThanAHundred() {
        assertThatIllegalArgumentException().isThrownBy(() -> client.follow(List.of(), PATIENCE));
        assertThatIllegalArgumentException().isThrownBy(() -> client.follow(Collections.nCopies(101, "r1"), PATIENCE));
    }

    private static String ended(String recognition, String eventId) {
        return "event: recognition\nid: %s\nretry: 2000\ndata: {'id':'%s','status':'failed','problem':{}}\n\n"
                .formatted(eventId, recognition);
    }
}
