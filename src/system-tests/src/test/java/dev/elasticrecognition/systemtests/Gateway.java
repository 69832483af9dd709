package dev.elasticrecognition.systemtests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between a process and one of the cloud's services, passes calls on as they are, and lets a test meddle with them:
 * before the service has seen a call, or when it has answered and nobody knows yet.
 *
 * <p>The host that a call names is a part of its signature, so it's passed on too, which needs the system property {@code
 * jdk.httpclient.allowRestrictedHeaders=host}.
 */
final class Gateway implements AutoCloseable {

    private static final Set<String> HOP_BY_HOP = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        HOP_BY_HOP.addAll(
                List.of("Connection", "Content-Length", "Expect", "Keep-Alive", "Transfer-Encoding", "Upgrade"));
    }

    private final URI service;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Meddler meddler = new Meddler() {};

    /** @param service what is behind it */
    Gateway(URI service) throws IOException {
        this.service = service;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    /** Where it stands in for the service. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Whoever meddled before does no longer. */
    void meddle(Meddler other) {
        meddler = other;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Call call = new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target")),
                    text(body));
            if (meddler.refuses(call)) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            HttpResponse<byte[]> answer = http.send(request(exchange, body), BodyHandlers.ofByteArray());
            meddler.answered(call, text(answer.body()));
            answer.headers().map().forEach((name, values) -> {
                if (!HOP_BY_HOP.contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            boolean empty = answer.body().length == 0;
            exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
            if (!empty) {
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(exchange.getRequestURI()))
                .timeout(Duration.ofMinutes(1))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    /**
     * A call of the process to the service.
     *
     * @param target the action of an SQS call
     */
    record Call(String method, URI uri, String target, String body) {

        boolean is(String wantedMethod, String path) {
            return method.equals(wantedMethod) && uri.getPath().startsWith(path);
        }

        boolean is(String action) {
            return target.endsWith("." + action);
        }
    }

    /** What a test does to calls. */
    interface Meddler {

        /** Whether the call is answered with a 503 instead of being passed on. */
        default boolean refuses(Call call) {
            return false;
        }

        /** The service has answered, and the caller doesn't know it yet. */
        default void answered(Call call, String body) {}
    }
}
