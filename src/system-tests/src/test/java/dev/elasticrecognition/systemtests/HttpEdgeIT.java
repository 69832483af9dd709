package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.elasticrecognition.testkit.LocalCloud;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every call meets before a resource sees it: errors, headers, compression, pages of other sites, proxies. */
class HttpEdgeIT {

    private static final String SITE = "https://pages.example";
    private static final Pattern BETRAYAL = Pattern.compile(
            "(?i)servlet|exception|\\bat [a-z]+\\.|java|liberty|websphere|ibm\\.|resteasy|SRVE|\\$WS|\\d+\\.\\d+\\.\\d+\\.\\d+");

    /** Twice of it is less than any other limit of a connection. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(6);

    private static LocalCloud cloud;
    private static FrontEndProcess frontEnd;
    private static Rest anybody;
    private static Rest operator;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        cloud = LocalCloud.start(directory.resolve("cloud"));
        frontEnd = new FrontEndProcess(
                directory.resolve("front"),
                cloud,
                Map.of(
                        "ELASTIC_FLEET_MAXIMUM",
                        "0",
                        "ELASTIC_HTTP_CORS_ORIGINS",
                        SITE,
                        "ELASTIC_HTTP_PROXIES",
                        "127\\.0\\.0\\.1",
                        "ELASTIC_HTTP_KEEP_ALIVE",
                        KEEP_ALIVE.toSeconds() + "s"));
        frontEnd.awaitReady();
        anybody = frontEnd.rest();
        operator = anybody.as("operator", frontEnd.password().orElseThrow());
    }

    @AfterAll
    static void stop() {
        frontEnd.close();
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET /nowhere, 404",
        "POST /nowhere, 404",
        "OPTIONS /nowhere, 404",
        "GET /WEB-INF/web.xml, 404",
        "GET /problem, 404",
        "POST /problem, 404",
        "GET /api/nowhere, 404",
        "GET /api/recognitions/a%2Fb, 400",
        "GET /api/%2e%2e/metrics, 400",
        "GET /%5c, 400",
        "FOO /api/recognitions, 405",
        "TRACE /api/recognitions, 405",
        "GET /metrics, 401"
    })
    void whatIsRefusedIsAProblemThatTellsNothingOfTheServer(String line, int status) {
        Wire.Reply reply = Wire.request(frontEnd.address(), line);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("content-type")).startsWith("application/problem+json");
        assertThat(reply.body()).contains("\"status\":" + status);
        assertThat(reply.all()).doesNotContainPattern(BETRAYAL);
        assertThat(reply.headers()).doesNotContainKeys("server", "x-powered-by");
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE /, 403",
        "TRACE /health, 403",
        "GET /health/nowhere, 404",
        "POST /openapi, 405",
        "GET /openapi/ui/nowhere, 404",
        "GET /%zz, 400",
        "GET /..%2f..%2fetc/passwd, 400"
    })
    void whatTheContainerRefusesBeforeUsTellsNothingOfTheServerEither(String line, int status) {
        Wire.Reply reply = Wire.request(frontEnd.address(), line);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.all()).doesNotContainPattern(BETRAYAL);
        assertThat(reply.headers()).doesNotContainKeys("server", "x-powered-by");
    }

    @Test
    void headersThatAreTooLargeAreRefused() {
        Wire.Reply reply = Wire.send(
                frontEnd.address(), "GET / HTTP/1.1\r\nHost: localhost\r\nX-Large: " + "a".repeat(40_000) + "\r\n\r\n");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.all()).doesNotContainPattern(BETRAYAL);
    }

    /** Else two servers in a row could see two requests where there is one, or the other way round. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 0\r\nContent-Length: 40",
                "Content-Length: 40\r\nContent-Length: 0",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding : chunked\r\nContent-Length: 5",
                "Transfer-Encoding: xchunked",
                "Content-Length: none",
                "Content-Length: -1"
            })
    void whereARequestEndsIsNeverGuessed(String headers) {
        Wire.Reply reply = Wire.send(
                frontEnd.address(),
                "POST /nowhere HTTP/1.1\r\nHost: localhost\r\n" + headers
                        + "\r\n\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(reply.status()).isGreaterThanOrEqualTo(400);
        assertThat(reply.body()).doesNotContain("HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health/ready",
                "GET /openapi",
                "GET /openapi/ui/",
                "GET /metrics",
                "GET /api/fleet",
                "GET /api/recognitions/none",
                "GET /nowhere",
                "GET /%zz",
                "GET /health/nowhere",
                "TRACE /",
                "what is this"
            })
    void everyAnswerHasTheHeadersThatBrowsersKeepTo(String line) {
        Wire.Reply reply = Wire.request(frontEnd.address(), line);

        assertThat(reply.headers().get("content-security-policy"))
                .anySatisfy(policy -> assertThat(policy)
                        .contains(
                                "default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'")
                        .doesNotContain("unsafe"));
        assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(reply.header("x-frame-options")).isEqualTo("DENY");
        assertThat(reply.header("referrer-policy")).isEqualTo("no-referrer");
        assertThat(reply.header("cross-origin-opener-policy")).isEqualTo("same-origin");
        assertThat(reply.header("cross-origin-resource-policy")).isEqualTo("same-origin");
        assertThat(reply.header("permissions-policy")).contains("camera=()");
        assertThat(reply.header("cache-control")).isEqualTo("no-store");
        assertThat(reply.headers()).doesNotContainKeys("strict-transport-security", "set-cookie");
    }

    @Test
    void thePageOfTheInterfaceMayRunItsOwnScript() {
        HttpResponse<String> page = anybody.get("/openapi/ui/").http();

        Matcher script =
                Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(page.body());

        assertThat(script.find()).isTrue();
        assertThat(String.join(", ", page.headers().allValues("Content-Security-Policy")))
                .contains("'sha256-" + sha256(script.group(1)) + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/metrics"})
    void textIsCompressedForWhoUnderstandsIt(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> compressed = compressed(path);

        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(compressed.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Accept-Encoding"));
        byte[] content = new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes();
        assertThat(content.length).isGreaterThan(2 * compressed.body().length);
        assertThat(operator.get(path).header("Content-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/recognitions.csv", "/api/recognitions", "/nowhere"})
    void tablesListsAndProblemsAreTextToo(String path) throws IOException, InterruptedException {
        assertThat(compressed(path).headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @Test
    void picturesAndEventsAreSentAsTheyAre() throws IOException, InterruptedException {
        Rest.Answer accepted = anybody.post("", "image/jpeg", Pictures.bytes("rocket.jpg"));
        String id = accepted.text("id");

        HttpResponse<byte[]> picture = compressed("/api/recognitions/" + id + "/image");
        HttpResponse<InputStream> events = get("/api/recognitions/events?id=" + id, BodyHandlers.ofInputStream());
        events.body().close();

        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(events.statusCode()).isEqualTo(200);
        assertThat(events.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        for (HttpResponse<?> answer : List.of(picture, events)) {
            assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        }
        assertThat(String.join(", ", picture.headers().allValues("Content-Security-Policy")))
                .contains("sandbox", "frame-ancestors 'none'");
    }

    @Test
    void pagesOfAnAllowedSiteMayCallAndRead() {
        Rest page = anybody.with("Origin", SITE).with("Sec-Fetch-Site", "cross-site");

        Rest.Answer preflight = page.with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "authorization,content-type")
                .call("OPTIONS", "/api/recognitions", "");
        Rest.Answer answer = page.post("", "image/png", new byte[] {1});

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("*", "Authorization");
        assertThat(answer.status()).isEqualTo(415);
        for (Rest.Answer told : new Rest.Answer[] {preflight, answer}) {
            assertThat(told.header("Access-Control-Allow-Origin")).isEqualTo(SITE);
            assertThat(told.header("Vary")).contains("Origin");
            assertThat(told.header("Access-Control-Allow-Credentials")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://other.example", "http://pages.example", "https://pages.example.evil", "null"})
    void pagesOfOtherSitesMayNeitherSendNorRead(String origin) {
        Rest page = anybody.with("Origin", origin);

        Rest.Answer preflight =
                page.with("Access-Control-Request-Method", "POST").call("OPTIONS", "/api/recognitions", "");
        Rest.Answer sent = page.post("", "image/png", new byte[] {1});
        Rest.Answer read = page.get("/api/recognitions/none");

        assertThat(preflight.status()).isEqualTo(403);
        assertThat(sent.status()).isEqualTo(403);
        assertThat(sent.text("type")).endsWith(":foreign-origin");
        assertThat(read.status()).isEqualTo(404);
        for (Rest.Answer told : new Rest.Answer[] {preflight, sent, read}) {
            assertThat(told.header("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @Test
    void anAllowedSiteStillCantUseThePasswordThatTheBrowserAdds() {
        Rest.Answer answer = operator.with("Origin", SITE).call("POST", "/api/fleet/pause", "");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(operator.get("/api/fleet").json().getBoolean("paused")).isFalse();
    }

    @Test
    void aTrustedProxySaysWhoCallsAndHow() {
        Rest.Answer answer = anybody.as("operator", "guess")
                .with("X-Forwarded-For", "203.0.113.7")
                .with("X-Forwarded-Proto", "https")
                .get("/api/fleet");

        assertThat(answer.header("Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
        await().until(() -> frontEnd.log().contains("came from 203.0.113.7"));
    }

    @Test
    void manySlowUploadsKeepNobodyElseWaiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int upload = 0; upload < 256; upload++) {
                slow.add(beginUpload());
            }
            for (String path : List.of("/health/ready", "/api/recognitions/none", "/api/fleet")) {
                assertThat(timeOf(() -> operator.get(path))).isLessThan(Duration.ofSeconds(5));
            }
            assertThat(slow.get(0).getInputStream().available()).isZero();
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** A load balancer must be the first to close a connection. */
    @Test
    void aConnectionIsKeptForAnotherCallForAsLongAsIsSet() {
        long start = System.nanoTime();

        Wire.Reply reply = Wire.send(frontEnd.address(), "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(KEEP_ALIVE.dividedBy(2), KEEP_ALIVE.multipliedBy(2));
    }

    @Test
    void whoStopsSendingIsCutOff() throws IOException {
        try (Socket body = beginUpload();
                Socket head = connect("GET / HTTP/1.1\r\nHost: loc")) {
            assertThat(Wire.Reply.read(body.getInputStream()).body())
                    .contains(":request-stalled", "\"status\":408")
                    .doesNotContain("127.0.0.1");
            assertThat(Wire.Reply.read(head.getInputStream()).status()).isEqualTo(408);
        }
    }

    /** The server doesn't read what it refuses; whoever sends it must still get to see the answer. */
    @Test
    void whoSendsMuchThatIsRefusedSeesTheAnswer() {
        byte[] large = new byte[20_000_000];
        for (int time = 0; time < 5; time++) {
            assertThat(frontEnd.rest()
                            .with("Origin", "https://other.example")
                            .post("", "image/png", large)
                            .text("type"))
                    .endsWith(":foreign-origin");
        }
    }

    /** Sends an upload's head and a little of its picture. */
    private static Socket beginUpload() throws IOException {
        return connect("POST /api/recognitions HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/jpeg\r\n"
                + "Content-Length: 100000\r\n\r\n\u00ff\u00d8\u00ff");
    }

    private static Socket connect(String beginning) throws IOException {
        Socket socket =
                new Socket(frontEnd.address().getHost(), frontEnd.address().getPort());
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static Duration timeOf(Runnable call) {
        long start = System.nanoTime();
        call.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static HttpResponse<byte[]> compressed(String path) throws IOException, InterruptedException {
        return get(path, BodyHandlers.ofByteArray());
    }

    /** As the operator, who understands gzip. */
    private static <T> HttpResponse<T> get(String path, BodyHandler<T> body) throws IOException, InterruptedException {
        String pair = Base64.getEncoder()
                .encodeToString(("operator:" + frontEnd.password().orElseThrow()).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(frontEnd.address().resolve(path))
                                .header("Accept-Encoding", "gzip")
                                .header("Authorization", "Basic " + pair)
                                .build(),
                        body);
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
