package dev.elasticrecognition.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.elasticrecognition.testkit.LocalCloud;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A front end whose public interface is closed lets in who has a token, and nobody else; secrets stay secret. */
class AccessIT {

    private static final String RECOGNITION = "/api/recognitions/fe5df313-d959-8541-bb22-2c2643bccdca";
    private static final String TOKEN = "4NwQ0tPvJm8yTx1sKcR7uZbE5aHfLdG2";
    private static final TokenIssuer ISSUER = new TokenIssuer();

    private static LocalCloud cloud;
    private static FrontEndProcess frontEnd;
    private static Rest anybody;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        Path keys = Files.writeString(directory.resolve("keys.json"), ISSUER.keys());
        cloud = LocalCloud.start(directory.resolve("cloud"));
        frontEnd = new FrontEndProcess(
                directory.resolve("front"),
                cloud,
                Map.of(
                        "ELASTIC_ACCESS_PUBLIC",
                        "bearer",
                        "ELASTIC_ACCESS_TOKENS",
                        "first:" + "0".repeat(64) + ",alice:" + sha256(TOKEN),
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                        keys.toString(),
                        "MP_JWT_VERIFY_ISSUER",
                        TokenIssuer.NAME,
                        "MP_JWT_VERIFY_AUDIENCES",
                        "other," + TokenIssuer.AUDIENCE));
        frontEnd.awaitReady();
        anybody = frontEnd.rest();
    }

    @AfterAll
    static void stop() {
        frontEnd.close();
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/recognitions/fe5df313-d959-8541-bb22-2c2643bccdca",
        "POST, /api/recognitions",
        "POST, /api/recognitions;as=anybody",
        "GET, /api/nowhere",
        "GET, /api",
        "POST, /",
        "PUT, /anything"
    })
    void whoSendsNoTokenIsAskedForOne(String method, String path) {
        Rest.Answer answer = anybody.call(method, path, "");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"Elastic Recognition\"");
        assertThat(answer.text("type")).endsWith(":token-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/ready", "/health/live", "/openapi"})
    void healthAndTheInterfacesDescriptionStayOpen(String path) {
        assertThat(anybody.get(path).status()).isEqualTo(200);
    }

    @Test
    void pagesAskForATokenAndUseIt() {
        try (Browser browser = new Browser();
                Visit visit = browser.visit(frontEnd.address()).expecting("status of 4(01|04|15)")) {
            Page page = visit.page();
            FilePayload file = new FilePayload("notes.txt", "", new byte[] {1});
            page.navigate("/");
            page.getByLabel("Choose photographs").setInputFiles(file);
            assertThat(page.locator(".reason")).hasText("This service is closed: it needs a token.");
            visit.look("closed");

            page.getByLabel("Token").fill(TOKEN);
            page.getByText("Use it").click();
            page.getByText("Try again").click();

            assertThat(page.locator(".reason")).containsText("no picture of a kind");
            assertThat(page.navigate(RECOGNITION.replace("/api/recognitions/", "/recognition?id="))
                            .text())
                    .contains("This is closed");
            assertThat(page.getByText("There is no such recognition")).isVisible();
        }
    }

    @ParameterizedTest
    @MethodSource
    void whoeverIsKnownIsLetIn(Rest caller) {
        assertThat(caller.get(RECOGNITION).status()).isEqualTo(404);
        assertThat(caller.post("", "image/png", new byte[] {1}).status()).isEqualTo(415);
        assertThat(caller.call("POST", "/", "").status()).isNotEqualTo(401);
    }

    static Stream<Rest> whoeverIsKnownIsLetIn() {
        return Stream.of(
                bearer(TOKEN),
                bearer(ISSUER.rs256(TokenIssuer.claims("bob"))),
                bearer(ISSUER.es256(TokenIssuer.claims("bob"))),
                bearer(ISSUER.rs256(TokenIssuer.claims("bob").audience(List.of("nobody", TokenIssuer.AUDIENCE)))),
                bearer(ISSUER.rs256(TokenIssuer.claims("bob").notBeforeTime(TokenIssuer.in(Duration.ofSeconds(-5))))),
                anybody.as("operator", frontEnd.password().orElseThrow()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTokens")
    void aTokenThatIsNotGoodIsRefused(String why, String token) {
        for (String path : List.of(RECOGNITION, "/api/fleet", "/metrics")) {
            Rest.Answer answer = bearer(token).get(path);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ").contains("error=\"invalid_token\"");
            assertThat(answer.text("type")).endsWith(":token-invalid");
        }
    }

    static List<Arguments> wrongTokens() {
        return List.of(
                arguments("unknown", "5NwQ0tPvJm8yTx1sKcR7uZbE5aHfLdG2"),
                arguments("the hash in place of the token", sha256(TOKEN)),
                arguments("expired", ISSUER.rs256(operator().expirationTime(TokenIssuer.in(Duration.ofMinutes(-2))))),
                arguments("without end", ISSUER.rs256(operator().expirationTime(null))),
                arguments(
                        "not valid yet", ISSUER.rs256(operator().notBeforeTime(TokenIssuer.in(Duration.ofMinutes(2))))),
                arguments("of another issuer", ISSUER.rs256(operator().issuer("https://other.example"))),
                arguments("of no issuer", ISSUER.rs256(operator().issuer(null))),
                arguments("for another audience", ISSUER.rs256(operator().audience("elsewhere"))),
                arguments("for no audience", ISSUER.rs256(operator().audience((String) null))),
                arguments("signed by another's key", new TokenIssuer().rs256(operator())),
                arguments("not signed", TokenIssuer.unsigned(operator())),
                arguments("signed with the public key", ISSUER.hs256(operator())),
                arguments("signed by an algorithm that isn't allowed", ISSUER.rs512(operator())),
                arguments("changed", ISSUER.forged(TokenIssuer.claims("bob"), operator())),
                arguments("of nobody", ISSUER.rs256(operator().claim("upn", null))),
                arguments("of two lines", ISSUER.rs256(operator().claim("upn", "bob\noperator"))));
    }

    @Test
    void theIssuerMakesOperatorsAndTheyAreNamed() {
        Rest olga = bearer(ISSUER.rs256(TokenIssuer.claims("olga", "staff", "operator")));

        Rest.Answer capacity = olga.call("PUT", "/api/fleet/manual-capacity", "{\"capacity\": 0, \"for\": \"PT1M\"}");

        assertThat(olga.get("/metrics").status()).isEqualTo(200);
        assertThat(capacity.status()).isEqualTo(200);
        assertThat(frontEnd.log()).contains("olga set the capacity to 0");
    }

    @Test
    void whoIsNoOperatorSteersNothing() {
        for (String token : List.of(TOKEN, ISSUER.rs256(TokenIssuer.claims("operator", "staff")))) {
            for (String path : List.of("/api/fleet", "/metrics")) {
                Rest.Answer answer = bearer(token).get(path);

                assertThat(answer.status()).isEqualTo(403);
                assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            }
        }
        assertThat(frontEnd.log()).contains("alice may not GET /api/fleet; the call came from 127.0.0.1");
    }

    @Test
    void operatorsAreToldBothWaysIn() {
        assertThat(anybody.get("/api/fleet").http().headers().allValues("WWW-Authenticate"))
                .containsExactly(
                        "Basic realm=\"Elastic Recognition\", charset=\"UTF-8\"",
                        "Bearer realm=\"Elastic Recognition\"");
    }

    @Test
    void secretsAreToldNowhere() {
        String password = frontEnd.password().orElseThrow();
        String good = ISSUER.rs256(operator());
        List<String> said = new ArrayList<>();
        List<String> secrets = new ArrayList<>(List.of(TOKEN, good, cloud.secretAccessKey()));
        wrongTokens().forEach(wrong -> secrets.add((String) wrong.get()[1]));

        for (String path : List.of("/openapi", "/health", RECOGNITION, "/api/fleet", "/metrics", "/nowhere")) {
            secrets.forEach(token -> said.add(bearer(token).get(path).http().body()));
            said.add(anybody.as("operator", password).get(path).http().body());
        }
        said.add(commandLines());
        said.add(frontEnd.log().replaceFirst("The operator's password is " + password, ""));

        secrets.add(password);
        assertThat(said).allSatisfy(text -> assertThat(text).doesNotContain(secrets));
        assertThat(commandLines()).contains("ws-server.jar");
    }

    /** Of all processes that can be seen. */
    private static String commandLines() {
        return String.join(
                "\n",
                ProcessHandle.allProcesses()
                        .flatMap(process -> process.info().commandLine().stream())
                        .toList());
    }

    private static JWTClaimsSet.Builder operator() {
        return TokenIssuer.claims("olga", "operator");
    }

    private static Rest bearer(String token) {
        return anybody.with("Authorization", "Bearer " + token);
    }

    private static String sha256(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
