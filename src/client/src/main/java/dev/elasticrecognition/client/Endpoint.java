package dev.elasticrecognition.client;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.media.multipart.MultiPartFeature;

/** The three requests that the service knows, each tried once with bounded time. */
final class Endpoint implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

    private final Client client;
    private final WebTarget service;
    private final WebTarget recognitions;

    Endpoint(URI uri) {
        requireHttp(uri);
        client = ClientBuilder.newBuilder()
                .register(MultiPartFeature.class)
                .property(CommonProperties.PROVIDER_DEFAULT_DISABLE, "ALL")
                .connectTimeout(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .build();
        service = client.target(uri);
        recognitions = service.path("api/recognitions");
    }

    Recognition post(EntityPart image, String key, Duration wait) {
        var form = new GenericEntity<List<EntityPart>>(List.of(image)) {};
        WebTarget target = waiting(recognitions, wait);
        Invocation.Builder request = request(target, wait).header("Idempotency-Key", key);
        return recognition(
                target.getUri(), () -> request.post(Entity.entity(form, MediaType.MULTIPART_FORM_DATA_TYPE)));
    }

    Recognition get(String id, Duration wait) {
        WebTarget target = waiting(recognitions.path("{id}").resolveTemplate("id", id), wait);
        return recognition(target.getUri(), request(target, wait)::get);
    }

    boolean isReady() {
        try (Response response = service.path("health/ready").request().get()) {
            return response.getStatus() == Response.Status.OK.getStatusCode();
        } catch (ProcessingException unreachable) {
            return false;
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static WebTarget waiting(WebTarget target, Duration wait) {
        return target.queryParam("wait", wait.toSeconds());
    }

    private static Invocation.Builder request(WebTarget target, Duration wait) {
        return target.request(MediaType.APPLICATION_JSON, "application/problem+json")
                .property(
                        ClientProperties.READ_TIMEOUT,
                        Math.toIntExact(wait.plus(ANSWER_TIMEOUT).toMillis()));
    }

    private static Recognition recognition(URI uri, Supplier<Response> exchange) {
        try (Response response = exchange.get()) {
            return new Answer(uri, response).recognition();
        } catch (ProcessingException e) {
            throw failure(uri, e);
        }
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
