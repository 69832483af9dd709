package dev.elasticrecognition.localcloud.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.elasticrecognition.localcloud.credentials.AccessKey;
import dev.elasticrecognition.localcloud.instances.Instance;
import dev.elasticrecognition.localcloud.instances.InstanceDirectories;
import dev.elasticrecognition.localcloud.instances.InstanceTable;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers every living instance under a path of its own ({@code /i-…/latest/…}). As on EC2 a session token is had by PUT only, and nothing else without one; a request that came
 * through a proxy or names another host (a web page that was led here) gets nothing.
 */
final class MetadataHandler implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(MetadataHandler.class);
    private static final Pattern PATH = Pattern.compile("/(?<id>[^/]+)/latest/(?<name>.*)");
    private static final String TOKEN = "api/token";
    private static final String TOKEN_HEADER = "X-aws-ec2-metadata-token";
    private static final String TTL_HEADER = "X-aws-ec2-metadata-token-ttl-seconds";
    private static final int MAX_TTL = 21600;

    private final InstanceTable table;
    private final InstanceDirectories directories;
    private final InstanceFacts facts;
    private final AccessKey key;
    private final InstantSource clock;

    MetadataHandler(
            InstanceTable table,
            InstanceDirectories directories,
            InstanceFacts facts,
            AccessKey key,
            InstantSource clock) {
        this.table = table;
        this.directories = directories;
        this.facts = facts;
        this.key = key;
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
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        Optional<Instance> instance = path.matches() ? living(path.group("id")) : Optional.empty();
        if (!isDirect(exchange)) {
            send(exchange, 403, new byte[0]);
        } else if (instance.isEmpty()) {
            send(exchange, 404, new byte[0]);
        } else {
            answer(exchange, instance.get(), path.group("name"));
        }
    }

    private Optional<Instance> living(String id) {
        return table.find(id).filter(instance -> instance.state().usesMachine());
    }

    private void answer(HttpExchange exchange, Instance instance, String name) throws IOException {
        SessionTokens tokens = new SessionTokens(instance.id(), key, clock);
        if (name.equals(TOKEN)) {
            issueToken(exchange, tokens);
        } else if (!exchange.getRequestMethod().equals("GET")) {
            send(exchange, 405, new byte[0]);
        } else if (!hasToken(exchange.getRequestHeaders(), tokens)) {
            send(exchange, 401, new byte[0]);
        } else {
            sendFound(exchange, content(instance, name));
        }
    }

    private static boolean isDirect(HttpExchange exchange) {
        int port = exchange.getLocalAddress().getPort();
        Headers headers = exchange.getRequestHeaders();
        return !headers.containsKey("X-Forwarded-For")
                && Set.of("127.0.0.1:" + port, "localhost:" + port, "127.0.0.1", "localhost")
                        .contains(Optional.ofNullable(headers.getFirst("Host")).orElse(""));
    }

    private static void issueToken(HttpExchange exchange, SessionTokens tokens) throws IOException {
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

    private static boolean hasToken(Headers headers, SessionTokens tokens) {
        return Optional.ofNullable(headers.getFirst(TOKEN_HEADER))
                .filter(tokens::isValid)
                .isPresent();
    }

    private Optional<byte[]> content(Instance instance, String name) throws IOException {
        return name.equals("user-data")
                ? Optional.of(directories.of(instance.id()).userData()).filter(data -> data.length > 0)
                : facts.of(instance, clock.instant()).at(name).map(text -> text.getBytes(UTF_8));
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
