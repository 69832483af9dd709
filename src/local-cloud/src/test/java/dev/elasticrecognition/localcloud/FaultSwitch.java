package dev.elasticrecognition.localcloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** The faults of a cloud, as a test switches them. JSON goes in with single quotes. */
record FaultSwitch(URI address, AwsCredentials credentials) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static FaultSwitch of(CloudProcess cloud) {
        return new FaultSwitch(
                cloud.endpoint("ec2").resolve("/faults"), cloud.credentials().resolveCredentials());
    }

    /** Each text is a fault in JSON. */
    void set(String... faults) {
        String answer = put("{'seed':7,'faults':[%s]}".formatted(String.join(",", faults)));
        if (!answer.startsWith("200 ")) {
            throw new IllegalArgumentException(answer);
        }
    }

    /** Status and body, as with the others. */
    String put(String document) {
        return send("PUT", "", json(document));
    }

    String get() {
        return send("GET", "", BodyPublishers.noBody());
    }

    String clear() {
        return send("DELETE", "", BodyPublishers.noBody());
    }

    String kill(String deaths) {
        return send("POST", "/deaths", json(deaths));
    }

    String interrupt(String interruptions) {
        return send("POST", "/interruptions", json(interruptions));
    }

    private static BodyPublisher json(String text) {
        return BodyPublishers.ofString(text.replace('\'', '"'));
    }

    private String send(String method, String path, BodyPublisher body) {
        String user = credentials.accessKeyId() + ":" + credentials.secretAccessKey();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
                .method(method, body)
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(failure);
        }
    }
}
