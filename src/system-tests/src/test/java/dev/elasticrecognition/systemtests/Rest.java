package dev.elasticrecognition.systemtests;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Speaks plain HTTP to the front end, as any program may. */
final class Rest {

    private static final String BOUNDARY = "boundary-of-the-parts";
    private static final String FORM = "multipart/form-data; boundary=" + BOUNDARY;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI frontEnd;
    private final List<String> headers;

    Rest(RunningSystem system) {
        this(system.frontEnd());
    }

    /** @param frontEnd where it answers */
    Rest(URI frontEnd) {
        this(frontEnd, List.of());
    }

    private Rest(URI frontEnd, List<String> headers) {
        this.frontEnd = frontEnd;
        this.headers = headers;
    }

    /** The same with one more header in every call. */
    Rest with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(header, value));
        return new Rest(frontEnd, more);
    }

    /** The same with a name and a password in every call. */
    Rest as(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** Sends a picture in a form. */
    Answer form(String query, String part, String fileName, byte[] content) {
        return form(query, part, List.of(Part.of(fileName, content)));
    }

    /** Sends several pictures in a form. */
    Answer form(String query, String part, List<Part> files) {
        return post(query, FORM, body(part, files));
    }

    /** Sends a picture in a form to any path. */
    Answer upload(String path, String part, String fileName, byte[] content) {
        byte[] body = body(part, List.of(Part.of(fileName, content)));
        return send(request(path).header("Content-Type", FORM).POST(BodyPublishers.ofByteArray(body)));
    }

    private static byte[] body(String part, List<Part> files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Part file : files) {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\""
                            + file.fileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.bytes());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    /** Sends a picture as the body. */
    Answer post(String query, String mediaType, byte[] body) {
        return send(request("/api/recognitions" + query)
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Asks for what is at this path. */
    Answer get(String path) {
        return send(request(path));
    }

    /** Gets the bytes that are at this path. */
    HttpResponse<byte[]> download(String path) {
        return send(request(path), BodyHandlers.ofByteArray());
    }

    /** Begins to get what is at this path; the body is closed by the caller. */
    HttpResponse<InputStream> open(String path) {
        return send(request(path), BodyHandlers.ofInputStream());
    }

    /** Makes any call, with a JSON document as its body, or with none. */
    Answer call(String method, String path, String json) {
        return send(
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json)));
    }

    /** Sends a form as a browser does. */
    Answer submit(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Signs in as a browser does; the cookie that it gets for it. */
    String session(String password) {
        return submit("/console/sign-in", "name=operator&password=" + password)
                .header("Set-Cookie")
                .replaceFirst(";.*", "");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(frontEnd.resolve(path)).timeout(Duration.ofSeconds(90));
        return headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new));
    }

    private Answer send(HttpRequest.Builder request) {
        return new Answer(send(request, BodyHandlers.ofString()));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }

    /** A file in a form. */
    record Part(String fileName, String content) {

        static Part of(String fileName, byte[] content) {
            return new Part(fileName, new String(content, StandardCharsets.ISO_8859_1));
        }

        byte[] bytes() {
            return content.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** An answer of the front end. */
    record Answer(HttpResponse<String> http) {

        int status() {
            return http.statusCode();
        }

        String body() {
            return http.body();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        JsonObject json() {
            try (var reader = Json.createReader(new StringReader(http.body()))) {
                return reader.readObject();
            }
        }

        String text(String member) {
            return json().getString(member);
        }
    }
}
