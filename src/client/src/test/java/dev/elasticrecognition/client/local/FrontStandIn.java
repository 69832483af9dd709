package dev.elasticrecognition.client.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Serves the readiness of the front end, which it isn't while there is a file {@code unready}, tells a password at its first start, and keeps the environment that it was given. */
final class FrontStandIn {

    private FrontStandIn() {}

    public static void main(String... arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        Path data = Path.of(environment.get("WLP_OUTPUT_DIR")).getParent();
        keep(environment, data.resolve("front-environment"));
        Events.noteLifeOf("front", data);
        tellPasswordOnce(data.resolve("cloud/password-told"));
        int port = Integer.parseInt(environment.get("ELASTIC_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/health/ready", exchange -> {
            exchange.sendResponseHeaders(Files.exists(data.resolve("unready")) ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
    }

    private static void tellPasswordOnce(Path told) throws IOException {
        if (Files.notExists(told)) {
            System.out.println("[11/24/26] FrontEnd I The operator's password is sesame; it is not shown again.");
            Files.createFile(told);
        }
    }

    private static void keep(Map<String, String> environment, Path file) throws IOException {
        var properties = new Properties();
        properties.putAll(environment);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }
}
