package dev.elasticrecognition.systemtests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends bytes as they are, for requests that no HTTP client would make. */
final class Wire {

    private static final int PATIENCE_MILLIS = 15_000;

    private Wire() {}

    /** Sends a request's text, in Latin 1, and reads until the server closes the connection. */
    static Reply send(URI server, String request) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return Reply.read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request line and the headers that end the connection. */
    static Reply request(URI server, String line) {
        return send(server, line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    /** What came back; header names in small letters. */
    record Reply(int status, Map<String, List<String>> headers, String body) {

        /** Reads until the server closes the connection. */
        static Reply read(InputStream stream) throws IOException {
            String text = new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            List<String> head = text.substring(0, end).lines().toList();
            return new Reply(
                    Integer.parseInt(head.get(0).split(" ", 3)[1]),
                    head.stream()
                            .skip(1)
                            .map(line -> line.split(": ?", 2))
                            .collect(Collectors.groupingBy(
                                    field -> field[0].toLowerCase(Locale.ROOT),
                                    Collectors.mapping(field -> field[1], Collectors.toList()))),
                    text.substring(end + 4));
        }

        /** All values of a header in one line; empty if it isn't there. */
        String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }

        /** Everything that the server said, for whoever looks for something that mustn't be there. */
        String all() {
            return headers + body;
        }
    }
}
