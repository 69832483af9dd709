package dev.elasticrecognition.client;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import org.glassfish.jersey.media.sse.SseFeature;

/** HTTP with one service: each request is tried once, with bounded time, and ends with an answer or one of our exceptions. */
final class Http implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

    private final Client client;
    private final WebTarget service;
    private final Credentials credentials;

    Http(URI uri, Credentials credentials) {
        requireHttp(uri);
        this.credentials = credentials;
        client = ClientBuilder.newBuilder()
                .register(MultiPartFeature.class)
                .register(SseFeature.class)
                .property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL")
                .property(ClientProperties.FOLLOW_REDIRECTS, false)
                .connectTimeout(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .build();
        service = client.target(uri);
    }

    WebTarget target(String path) {
        return service.path(path);
    }

    /** A request whose answer may take so much longer than others. */
    Invocation.Builder request(WebTarget target, Duration wait, String... accepted) {
        Invocation.Builder request = target.request(accepted)
                .property(
                        ClientProperties.READ_TIMEOUT,
                        Math.toIntExact(wait.plus(ANSWER_TIMEOUT).toMillis()));
        credentials.authorization().ifPresent(header -> request.header(HttpHeaders.AUTHORIZATION, header));
        return request;
    }

    Invocation.Builder request(WebTarget target, Duration wait) {
        return request(target, wait, MediaType.APPLICATION_JSON, "application/problem+json");
    }

    Invocation.Builder request(WebTarget target) {
        return request(target, Duration.ZERO);
    }

    <T> T exchange(WebTarget target, Supplier<Response> exchange, Function<Answer, T> reader) {
        try (Response response = exchange.get()) {
            return reader.apply(new Answer(target.getUri(), response));
        } catch (ProcessingException e) {
            throw failure(target.getUri(), e);
        }
    }

    /** The answer itself, which the caller has to close. */
    Answer open(WebTarget target, Supplier<Response> exchange) {
        try {
            return new Answer(target.getUri(), exchange.get());
        } catch (ProcessingException e) {
            throw failure(target.getUri(), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static RecognitionException failure(URI uri, ProcessingException e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        return cause instanceof IOException
                ? new UnreachableException(uri, cause)
                : new IncomprehensibleAnswerException(uri, String.valueOf(cause.getMessage()), e);
    }

    private static void requireHttp(URI uri) {
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "'%s' is no http or https URL, such as http://localhost:9080".formatted(uri));
        }
    }
}
