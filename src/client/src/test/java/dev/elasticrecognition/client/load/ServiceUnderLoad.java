package dev.elasticrecognition.client.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Labels every picture at once, after the replies that a test lines up, and has a fleet that operators may look at: after each
 * look it is as the next of those that a test lines up, and then as the last.
 */
public final class ServiceUnderLoad implements AutoCloseable {

    /** The operator's. */
    public static final String PASSWORD = "f9httghbpsh6m2z01yf8";

    private static final String CREDENTIALS =
            "Basic " + Base64.getEncoder().encodeToString(("operator:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final Queue<int[]> fleets = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /** What came in. */
    record Request(String method, URI uri, String cacheControl, String authorization, String body) {}

    /** What a test may line up. */
    record Reply(int status, String body, String retryAfter) {}

    public ServiceUnderLoad() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/api/recognitions", this::recognition);
        server.createContext("/api/fleet", this::fleet);
        server.start();
    }

    public URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The fleet after the next look: instances that are pending, ready and draining. */
    public ServiceUnderLoad fleet(int pending, int ready, int draining) {
        fleets.add(new int[] {pending, ready, draining});
        return this;
    }

    public ServiceUnderLoad refused(int status, String type, String retryAfter) {
        return reply(
                status, "{'type':'urn:problem-type:elastic-recognition:%s','title':'No'}".formatted(type), retryAfter);
    }

    ServiceUnderLoad reply(int status, String body, String retryAfter) {
        replies.add(new Reply(status, body, retryAfter));
        return this;
    }

    List<Request> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void recognition(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Cache-Control"),
                exchange.getRequestHeaders().getFirst("Authorization"),
                body));
        Reply reply = replies.poll();
        send(
                exchange,
                reply == null ? new Reply(200, "{'id':'r1','status':'succeeded','label':'tench'}", null) : reply);
    }

    private void fleet(HttpExchange exchange) throws IOException {
        if (!CREDENTIALS.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, new Reply(401, "{}", null));
            return;
        }
        int[] now = fleets.size() > 1 ? fleets.remove() : fleets.element();
        send(exchange, new Reply(200, """
                {'desiredCapacity': 2, 'observation': {
                  'demand': {'queue': {'visible': 5, 'inFlight': 2, 'delayed': 0}, 'unanswered': 7, 'oldest': null},
                  'supply': {'known': true, 'launched': 0, 'pending': %d, 'starting': 0, 'ready': %d, 'busy': 0,
                             'draining': %d, 'terminating': 0}}}""".formatted(now[0], now[1], now[2]), null));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        if (reply.retryAfter() != null) {
            exchange.getResponseHeaders().add("Retry-After", reply.retryAfter());
        }
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
