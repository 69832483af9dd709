package dev.elasticrecognition.client.load;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Answers one request at a time, at once, but stands still at one of them. */
final class StallingService implements AutoCloseable {

    private static final byte[] LABEL =
            "{\"id\":\"r1\",\"status\":\"succeeded\",\"label\":\"tench\"}".getBytes(StandardCharsets.UTF_8);

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;

    /** @param stalls the number of the request at which it stands still, from 1 */
    StallingService(int stalls, Duration stall) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(thread);
        server.createContext("/api/recognitions", exchange -> {
            if (requests.incrementAndGet() == stalls) {
                LockSupport.parkNanos(stall.toNanos());
            }
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, LABEL.length);
            exchange.getResponseBody().write(LABEL);
            exchange.close();
        });
        server.start();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        thread.shutdownNow();
    }
}
