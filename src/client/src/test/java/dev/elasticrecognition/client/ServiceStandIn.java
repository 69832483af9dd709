package dev.elasticrecognition.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Speaks the service's HTTP contract. An image whose content is {@code picture of LABEL} gets that label; any other is
 * refused. Replies that a test lines up beforehand come first.
 */
public final class ServiceStandIn implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Reply> linedUp = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** What a test may line up. */
    @FunctionalInterface
    public interface Reply {
        void send(HttpExchange exchange) throws IOException;
    }

    /** What came in. */
    public record Request(String method, URI uri, Headers headers, String body, long nanoTime) {

        public String idempotencyKey() {
            return header("Idempotency-Key");
        }

        public String header(String name) {
            return headers.getFirst(name);
        }

        String fileName() {
            return body.replaceAll("(?s).*filename=\"([^\"]*)\".*", "$1");
        }
    }

    private ServiceStandIn(HttpServer server) {
        this.server = server;
    }

    public static ServiceStandIn start() throws IOException {
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var standIn = new ServiceStandIn(HttpServer.create(loopback, 0));
        standIn.server.createContext("/", standIn::handle);
        standIn.server.setExecutor(standIn.threads);
        standIn.server.start();
        return standIn;
    }

    public URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public List<Request> requests() {
        return requests;
    }

    public ServiceStandIn lineUp(Reply... replies) {
        linedUp.addAll(List.of(replies));
        return this;
    }

    public static Reply waiting(String id) {
        return exchange -> {
            exchange.getResponseHeaders().add("Location", "/api/recognitions/" + id);
            send(exchange, 202, "application/json", "{'id':'%s','status':'waiting'}".formatted(id));
        };
    }

    public static Reply succeeded(String label) {
        return exchange -> send(exchange, 200, "application/json", """
                {'id':'r1','status':'succeeded','fileName':'cat.jpg','label':'%s','classIndex':281,'confidence':0.87654,
                'predictions':[{'label':'%s','classIndex':281,'confidence':0.87654}],'model':'tiny',
                'timings':{'decode':1.5},'added-later':[1]}""".formatted(label, label));
    }

    public static Reply refused(int status, String detail) {
        return exchange -> send(exchange, status, "application/problem+json", """
                {'type':'/problems/p','title':'A problem','status':%d,'detail':'%s'}""".formatted(status, detail));
    }

    static Reply failed(int status, String detail) {
        return exchange -> send(exchange, status, "application/problem+json", """
                {'type':'/problems/p','title':'A problem','status':%d,'detail':'%s','id':'r1'}""".formatted(status, detail));
    }

    /** A problem of one of the service's own types. */
    public static Reply problem(int status, String type, String detail) {
        return exchange -> send(exchange, status, "application/problem+json", """
                {'type':'urn:problem-type:elastic-recognition:%s','title':'A problem','status':%d,'detail':'%s'}""".formatted(type, status, detail));
    }

    /** The first one is the label. */
    public static Reply predicted(String first, String second) {
        return exchange -> send(exchange, 200, "application/json", """
                {'id':'r1','status':'succeeded','label':'%s','classIndex':1,'confidence':0.5,'predictions':[
                {'label':'%s','classIndex':1,'confidence':0.5},{'label':'%s','classIndex':2,'confidence':0.3}]}""".formatted(first, first, second));
    }

    static Reply gaveUp() {
        return exchange -> send(exchange, 500, "application/problem+json", """
                {'type':'urn:problem-type:elastic-recognition:gave-up','status':500,'id':'r1'}""");
    }

    static Reply elsewhere(String location) {
        return exchange -> {
            exchange.getResponseHeaders().add("Location", location);
            exchange.sendResponseHeaders(308, -1);
            exchange.close();
        };
    }

    /** Server-sent events, after which the connection ends. */
    static Reply events(String text) {
        return exchange -> send(exchange, 200, "text/event-stream", text);
    }

    public static Reply nothing() {
        return exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        };
    }

    /** A JSON document and its version. */
    public static Reply document(String json, String version) {
        return exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"" + version + "\"");
            send(exchange, 200, "application/json", json);
        };
    }

    static Reply foundFailed(String detail) {
        return exchange -> send(exchange, 200, "application/json", """
                {'id':'r1','status':'failed','problem':
                {'type':'/problems/p','title':'A problem','status':422,'detail':'%s'}}""".formatted(detail));
    }

    public static Reply overloaded(String retryAfter) {
        return exchange -> {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
            refused(503, "Too busy").send(exchange);
        };
    }

    public static Reply brokenConnection() {
        return HttpExchange::close;
    }

    static Reply page() {
        return exchange -> send(exchange, 200, "text/html", "<p>Hello</p>");
    }

    /** A file somewhere on the web. */
    public static Reply content(String text) {
        return exchange -> send(exchange, 200, "image/jpeg", text);
    }

    static Reply half() {
        return exchange -> send(exchange, 200, "application/json", "{'id':'r1','sta");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders(),
                body,
                System.nanoTime()));
        Reply next = linedUp.poll();
        (next == null ? byContent(exchange, body) : next).send(exchange);
    }

    private static Reply byContent(HttpExchange exchange, String body) {
        if (exchange.getRequestURI().getPath().equals("/health/ready")) {
            return page();
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return refused(404, "There is no such recognition");
        }
        return body.contains("picture of ")
                ? succeeded(body.replaceAll("(?s).*picture of (\\w+).*", "$1"))
                : problem(415, "unsupported-type", "This is no picture");
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
