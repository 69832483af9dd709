package dev.elasticrecognition.localcloud.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.elasticrecognition.localcloud.instances.Instance;
import dev.elasticrecognition.localcloud.instances.InstanceDirectory;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers one instance. As on EC2 a session token is had by PUT only, and nothing else without one; a request that came
 * through a proxy or names another host (a web page that was led here) gets nothing.
 */
final class MetadataHandler implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(MetadataHandler.class);
    private static final String TOKEN_PATH = "/latest/api/token";
    private static final String TOKEN_HEADER = "X-aws-ec2-metadata-token";
    private static final String TTL_HEADER = "X-aws-ec2-metadata-token-ttl-seconds";
    private static final int MAX_TTL = 21600;

    private final Supplier<Optional<Instance>> instance;
    private final InstanceDirectory directory;
    private final InstanceFacts facts;
    private final SessionTokens tokens;
    private final InstantSource clock;

    MetadataHandler(
            Supplier<Optional<Instance>> instance,
            InstanceDirectory directory,
            InstanceFacts facts,
            SessionTokens tokens,
            InstantSource clock) {
        this.instance = instance;
        this.directory = directory;
        this.facts = facts;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                answer(exchange);
            } catch (RuntimeException failure) {
                LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), failure);
                send(exchange, 500, new byte[0]);
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!isDirect(exchange)) {
            send(exchange, 403, new byte[0]);
        } else if (path.equals(TOKEN_PATH)) {
            issueToken(exchange);
        } else if (!exchange.getRequestMethod().equals("GET")) {
            send(exchange, 405, new byte[0]);
        } else if (!hasToken(exchange.getRequestHeaders())) {
            send(exchange, 401, new byte[0]);
        } else {
            sendFound(exchange, content(path));
        }
    }

    private static boolean isDirect(HttpExchange exchange) {
        int port = exchange.getLocalAddress().getPort();
        Headers headers = exchange.getRequestHeaders();
        return !headers.containsKey("X-Forwarded-For")
                && Set.of("127.0.0.1:" + port, "localhost:" + port)
                        .contains(Optional.ofNullable(headers.getFirst("Host")).orElse(""));
    }

    private void issueToken(HttpExchange exchange) throws IOException {
        String ttl = Optional.ofNullable(exchange.getRequestHeaders().getFirst(TTL_HEADER))
                .map(String::strip)
                .orElse("");
        if (!exchange.getRequestMethod().equals("PUT")) {
            send(exchange, 405, new byte[0]);
        } else if (!ttl.matches("\\d{1,5}") || Integer.parseInt(ttl) < 1 || Integer.parseInt(ttl) > MAX_TTL) {
            send(exchange, 400, new byte[0]);
        } else {
            exchange.getResponseHeaders().set(TTL_HEADER, ttl);
            String token = tokens.issue(Duration.ofSeconds(Integer.parseInt(ttl)));
            send(exchange, 200, token.getBytes(UTF_8));
        }
    }

    private boolean hasToken(Headers headers) {
        return Optional.ofNullable(headers.getFirst(TOKEN_HEADER))
                .filter(tokens::isValid)
                .isPresent();
    }

    private Optional<byte[]> content(String path) throws IOException {
        if (!path.startsWith("/latest/")) {
            return Optional.empty();
        }
        String inside = path.substring("/latest/".length());
        return inside.equals("user-data")
                ? Optional.of(directory.userData()).filter(data -> data.length > 0)
                : instance.get()
                        .flatMap(row -> facts.of(row, clock.instant()).at(inside))
                        .map(text -> text.getBytes(UTF_8));
    }

    private static void sendFound(HttpExchange exchange, Optional<byte[]> content) throws IOException {
        send(exchange, content.isPresent() ? 200 : 404, content.orElse(new byte[0]));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
