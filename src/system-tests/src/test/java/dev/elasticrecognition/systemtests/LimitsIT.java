package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.elasticrecognition.testkit.LocalCloud;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A front end with narrow limits says so, to whoever meets them, and lets all others in. No worker runs. */
class LimitsIT {

    private static final int UNANSWERED = 6;

    @TempDir
    private static Path directory;

    private static LocalCloud cloud;
    private static FrontEndProcess front;
    private static Rest rest;

    @BeforeAll
    static void start() throws IOException {
        cloud = LocalCloud.start(directory.resolve("cloud"));
        front = new FrontEndProcess(
                directory.resolve("front"),
                cloud,
                Map.of(
                        "ELASTIC_FLEET_MAXIMUM", "0",
                        "ELASTIC_UPLOAD_IN_PROGRESS", "2",
                        "ELASTIC_UPLOAD_IMAGES_PER_REQUEST", "2",
                        "ELASTIC_UPLOAD_UNANSWERED_PER_CLIENT", Integer.toString(UNANSWERED),
                        "ELASTIC_UPLOAD_SPOOL", directory.resolve("spool").toString()));
        front.awaitReady();
        rest = front.rest();
    }

    @AfterAll
    static void stop() {
        front.close();
        cloud.close();
    }

    @Test
    void moreUploadsThanAreTakenAtATimeAreToldWhenToComeAgain() throws IOException {
        List<Upload> slowOnes = List.of(new Upload(front.address()), new Upload(front.address()));
        try {
            Rest.Answer refused = await().until(LimitsIT::upload, answer -> answer.status() == 503);

            assertThat(refused.text("type")).endsWith("overloaded");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
            assertThat(rest.get("/health/ready").status()).isEqualTo(200);
        } finally {
            for (Upload upload : slowOnes) {
                upload.breakOff();
            }
        }
        await().until(() -> upload().status() != 503);
    }

    @Test
    void picturesBeyondTheMostOfARequestAreRefusedOneByOne() {
        byte[] picture = "no picture".getBytes(StandardCharsets.UTF_8);
        List<Rest.Part> parts = IntStream.range(0, 3)
                .mapToObj(i -> Rest.Part.of(i + ".jpg", picture))
                .toList();

        Rest.Answer answer = await().until(() -> rest.form("", "image", parts), late -> late.status() != 503);

        assertThat(answer.json()
                        .getJsonArray("recognitions")
                        .getJsonObject(2)
                        .getJsonObject("problem")
                        .getString("type"))
                .endsWith("too-many-images");
    }

    @Test
    void aClientWithTooManyUnansweredRequestsIsHeldBack() {
        Rest.Answer refused = await().until(LimitsIT::upload, answer -> answer.status() == 429);

        assertThat(refused.text("type")).endsWith("too-many-unanswered");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(rest.get("/api/ledger").json().getInt("waiting")).isLessThanOrEqualTo(UNANSWERED);
    }

    @Test
    void aLargeUploadWaitsInAFileThatGoesAfterwards() {
        Rest.Answer answer =
                await().until(() -> rest.post("", "image/jpeg", new byte[5_000_000]), late -> late.status() != 503);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(directory.resolve("spool")).isEmptyDirectory();
    }

    private static Rest.Answer upload() {
        return rest.post("", "image/jpeg", Pictures.bytes("rocket.jpg"));
    }

    /** An upload that has begun and doesn't go on. */
    private static final class Upload {

        private final Socket socket;

        Upload(URI frontEnd) throws IOException {
            socket = new Socket(frontEnd.getHost(), frontEnd.getPort());
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/recognitions HTTP/1.1\r\nHost: " + frontEnd.getAuthority()
                            + "\r\nContent-Type: image/jpeg\r\nContent-Length: 1000\r\n\r\n?")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        void breakOff() throws IOException {
            socket.close();
        }
    }
}
