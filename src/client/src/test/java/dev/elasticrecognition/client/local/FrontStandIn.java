package dev.elasticrecognition.client.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Serves the readiness of the front end, and keeps the environment that it was given. */
final class FrontStandIn {

    private FrontStandIn() {}

    public static void main(String... arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        Path data = Path.of(environment.get("WLP_OUTPUT_DIR")).getParent();
        keep(environment, data.resolve("front-environment"));
        Events.noteLifeOf("front", data);
        int port = Integer.parseInt(environment.get("ELASTIC_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    private static void keep(Map<String, String> environment, Path file) throws IOException {
        var properties = new Properties();
        properties.putAll(environment);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }
}
