package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.elasticrecognition.testkit.LocalCloud;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A front end that speaks TLS: by which versions, in HTTP/2 too, and what becomes of those who call without. */
class TlsIT {

    private static final String PASSWORD = "of the keystore";
    private static final int PORT = RunningSystem.freePort();
    private static final URI SECURE = URI.create("https://localhost:" + PORT);
    private static final TokenIssuer ISSUER = new TokenIssuer();

    private static LocalCloud cloud;
    private static FrontEndProcess frontEnd;
    private static HttpsServer keys;
    private static SSLContext tls;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException, GeneralSecurityException, InterruptedException {
        Path keystore = directory.resolve("edge.p12");
        makeKey(keystore);
        tls = tls(keystore);
        keys = keysServer();
        cloud = LocalCloud.start(directory.resolve("cloud"));
        frontEnd = new FrontEndProcess(
                directory.resolve("front"),
                cloud,
                Map.of(
                        "ELASTIC_HTTPS",
                        "on",
                        "ELASTIC_HTTPS_PORT",
                        Integer.toString(PORT),
                        "ELASTIC_HTTPS_KEYSTORE",
                        keystore.toString(),
                        "ELASTIC_HTTPS_KEYSTORE_PASSWORD",
                        PASSWORD,
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                        "https://localhost:" + keys.getAddress().getPort() + "/keys",
                        "MP_JWT_VERIFY_ISSUER",
                        TokenIssuer.NAME,
                        "MP_JWT_VERIFY_AUDIENCES",
                        TokenIssuer.AUDIENCE,
                        "JVM_ARGS",
                        "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=changeit"
                                .formatted(trusted(keystore, directory))));
        frontEnd.awaitReady();
    }

    @AfterAll
    static void stop() {
        frontEnd.close();
        cloud.close();
        keys.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void newVersionsAreSpoken(String version) throws IOException {
        assertThat(handshake(version)).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1", "TLSv1.1"})
    void oldVersionsAreNot(String version) {
        assertThatThrownBy(() -> handshake(version)).isInstanceOf(SSLHandshakeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/recognitions/a?wait=3", "/nowhere", "/metrics"})
    void whoCallsWithoutIsSentThere(String path) {
        for (String method : new String[] {"GET", "POST"}) {
            Wire.Reply reply = Wire.request(frontEnd.address(), method + " " + path);

            assertThat(reply.status()).isEqualTo(308);
            assertThat(reply.header("location")).isEqualTo(SECURE + path);
            assertThat(reply.headers()).doesNotContainKey("strict-transport-security");
        }
    }

    @Test
    void healthAnswersWithoutSoThatABalancerCanAsk() {
        assertThat(frontEnd.rest().get("/health/ready").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void everyVersionOfHttpEndsAnswersWithAndWithoutABody(Version version) throws IOException, InterruptedException {
        HttpClient client = client(version);
        for (int time = 0; time < 3; time++) {
            assertThat(send(client, "POST", "/api/fleet/pause").statusCode()).isEqualTo(204);
            assertThat(send(client, "POST", "/api/fleet/resume").statusCode()).isEqualTo(204);
            HttpResponse<String> fleet = send(client, "GET", "/api/fleet");
            assertThat(fleet.statusCode()).isEqualTo(200);
            assertThat(fleet.version()).isEqualTo(version);
            assertThat(send(client, "HEAD", "/api/fleet").statusCode()).isEqualTo(200);
        }
    }

    /** Longer than who sends nothing is borne: he waits for us. */
    @Test
    void whoWaitsLongIsNotCutOff() throws IOException, InterruptedException {
        HttpRequest upload = HttpRequest.newBuilder(SECURE.resolve("/api/recognitions?wait=20"))
                .header("Content-Type", "image/jpeg")
                .POST(BodyPublishers.ofByteArray(Pictures.bytes("rocket.jpg")))
                .build();

        assertThat(client(Version.HTTP_2).send(upload, BodyHandlers.ofString()).statusCode())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/recognitions/none", "/nowhere", "/health/nowhere", "/openapi", "/%5c"})
    void browsersAreToldToStay(String path) throws IOException, InterruptedException {
        assertThat(send(client(Version.HTTP_2), "GET", path).headers().allValues("Strict-Transport-Security"))
                .containsExactly("max-age=31536000; includeSubDomains");
    }

    @Test
    void theIssuersKeysAreGotByTls() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(SECURE.resolve("/api/fleet"))
                .header("Authorization", "Bearer " + ISSUER.es256(TokenIssuer.claims("olga", "operator")))
                .build();

        assertThat(client(Version.HTTP_2).send(request, BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aSessionsCookieIsForTlsAndThisHostAlone() throws IOException, InterruptedException {
        HttpRequest form = HttpRequest.newBuilder(SECURE.resolve("/console/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "name=operator&password=" + frontEnd.password().orElseThrow()))
                .build();

        String cookie = client(Version.HTTP_2)
                .send(form, BodyHandlers.ofString())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();

        assertThat(cookie).startsWith("__Host-elastic-session=");
        assertThat(cookie.split("; "))
                .containsOnlyOnce("Path=/", "Secure", "HttpOnly", "SameSite=Strict")
                .noneMatch(part -> part.startsWith("Domain"));
        assertThat(get("/api/fleet", cookie.replaceFirst(";.*", ""))).isEqualTo(200);
        assertThat(get("/api/fleet", cookie.replaceFirst(";.*", "").replace("__Host-", "")))
                .isEqualTo(401);
    }

    private static int get(String path, String cookie) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(SECURE.resolve(path))
                .header("Cookie", cookie)
                .build();
        return client(Version.HTTP_2).send(request, BodyHandlers.ofString()).statusCode();
    }

    @Test
    void whatAProxySaysThatIsNotTrustedIsNotBelieved() throws IOException, InterruptedException {
        Rest.Answer plain = frontEnd.rest()
                .with("X-Forwarded-Proto", "https")
                .with("$WSIS", "true")
                .get("/api/fleet");
        HttpRequest secure = HttpRequest.newBuilder(SECURE.resolve("/api/fleet"))
                .headers("X-Forwarded-For", "203.0.113.7", "$WSRA", "203.0.113.8")
                .header("Authorization", "Bearer guess")
                .build();

        assertThat(plain.status()).isEqualTo(308);
        assertThat(client(Version.HTTP_2).send(secure, BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        await().until(() -> frontEnd.log().contains("it came from 127.0.0.1"));
        assertThat(frontEnd.log()).doesNotContain("203.0.113.");
    }

    private static String handshake(String version) throws IOException {
        try (SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket("localhost", PORT)) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }

    private static HttpClient client(Version version) {
        return HttpClient.newBuilder().version(version).sslContext(tls).build();
    }

    private static HttpResponse<String> send(HttpClient client, String method, String path)
            throws IOException, InterruptedException {
        byte[] pair = ("operator:" + frontEnd.password().orElseThrow()).getBytes(StandardCharsets.UTF_8);
        return client.send(
                HttpRequest.newBuilder(SECURE.resolve(path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpsServer keysServer() throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/keys", exchange -> {
            byte[] document = ISSUER.keys().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, document.length);
            exchange.getResponseBody().write(document);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void makeKey(Path keystore) throws IOException, InterruptedException {
        keytool(
                "-genkeypair",
                "-alias",
                "edge",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                keystore.toString(),
                "-storepass",
                PASSWORD);
    }

    /** The certificate alone, in a store of its own. */
    private static Path trusted(Path keystore, Path directory) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(
                "edge",
                KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray()).getCertificate("edge"));
        Path file = directory.resolve("trusted.p12");
        try (var stream = Files.newOutputStream(file)) {
            store.store(stream, "changeit".toCharArray());
        }
        return file;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        assertThat(new ProcessBuilder(command).redirectErrorStream(true).start().waitFor())
                .isZero();
    }

    private static SSLContext tls(Path keystore) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keyManagers.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
