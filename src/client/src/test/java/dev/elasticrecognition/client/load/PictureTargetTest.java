package dev.elasticrecognition.client.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elasticrecognition.client.Credentials;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PictureTargetTest {

    private ServiceUnderLoad service;

    @BeforeEach
    void start() throws IOException {
        service = new ServiceUnderLoad();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void sendsPicturesInTurnsAndNoneIsAnsweredFromMemory() {
        PictureTarget target = target(service.uri(), Duration.ofMinutes(1));

        for (int i = 0; i < 3; i++) {
            assertThat(target.send().join()).isEqualTo(Outcome.ANSWERED);
        }

        assertThat(service.requests())
                .extracting(ServiceUnderLoad.Request::body)
                .containsExactly("picture 1", "picture 2", "picture 1");
        assertThat(service.requests())
                .extracting(ServiceUnderLoad.Request::cacheControl)
                .containsOnly("no-cache");
        assertThat(service.requests())
                .extracting(ServiceUnderLoad.Request::authorization)
                .containsOnly("Bearer token-1");
        assertThat(service.requests().get(0).uri()).hasToString("/api/recognitions?wait=59");
    }

    @Test
    void whatIsRefusedIsNotSentAgain() {
        service.refused(503, "overloaded", "7");

        Outcome outcome = send();

        assertThat(outcome).isEqualTo(new Outcome(Outcome.Kind.REFUSED, "overloaded", Duration.ofSeconds(7)));
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void asksForWhatIsStillWaitingAlsoWhenTheServiceIsAwayForAMoment() {
        service.reply(202, "{'id':'r1','status':'waiting'}", null)
                .refused(503, "stores-unavailable", "1")
                .reply(200, "{'id':'r1','status':'succeeded','label':'tench'}", null);

        assertThat(send()).isEqualTo(Outcome.ANSWERED);
        assertThat(service.requests())
                .extracting(ServiceUnderLoad.Request::method)
                .containsExactly("POST", "GET", "GET");
        assertThat(service.requests().get(2).uri().getPath()).isEqualTo("/api/recognitions/r1");
    }

    @Test
    void whatWasAcceptedAndGotNoLabelHasFailed() {
        service.reply(422, "{'type':'urn:problem-type:elastic-recognition:too-slow','id':'r1'}", null)
                .reply(202, "{'id':'r1','status':'waiting'}", null)
                .reply(200, "{'id':'r1','status':'failed','problem':{'type':'urn:x:gave-up'}}", null);

        assertThat(send()).isEqualTo(Outcome.failed("too-slow"));
        assertThat(send()).isEqualTo(Outcome.failed("gave-up"));
    }

    @Test
    void patienceEnds() {
        service.reply(202, "{'id':'r1','status':'waiting'}", null).reply(200, "{'id':'r1','status':'waiting'}", null);

        assertThat(target(service.uri(), Duration.ofSeconds(1)).send().join())
                .isEqualTo(Outcome.failed("no answer within 1 s"));
    }

    @Test
    void aServiceThatIsNotThereIsAFailureWithAReason() {
        service.close();

        Outcome outcome = send();

        assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILED);
        assertThat(outcome.reason()).startsWith("no connection");
        assertThat(outcome.pause()).isPositive();
    }

    @Test
    void anotherProgramIsAFailureWithAReason() {
        service.reply(200, "<p>Hello</p>", null);

        assertThat(send().reason()).startsWith("an answer that isn't this service's");
    }

    private Outcome send() {
        return target(service.uri(), Duration.ofMinutes(1)).send().join();
    }

    private static PictureTarget target(URI service, Duration patience) {
        return new PictureTarget(
                service,
                Credentials.bearer("token-1"),
                List.of("picture 1".getBytes(StandardCharsets.UTF_8), "picture 2".getBytes(StandardCharsets.UTF_8)),
                patience);
    }
}
