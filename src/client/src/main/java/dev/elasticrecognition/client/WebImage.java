package dev.elasticrecognition.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * An image at an address of the web, which is fetched when it is sent: within 30 s, up to {@link Image#MOST_BYTES}, by a
 * client that has none of the service's credentials and follows redirects, but none from https to http.
 */
public record WebImage(URI address) implements ImageSource {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .followRedirects(Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @Override
    public Image read() throws IOException, InterruptedException {
        return read(Image.MOST_BYTES, LONGEST);
    }

    Image read(long mostBytes, Duration longest) throws IOException, InterruptedException {
        var body = new Body(mostBytes);
        HttpRequest request = HttpRequest.newBuilder(address).build();
        var answer = CLIENT.sendAsync(request, BodyHandlers.ofByteArrayConsumer(body));
        int status = await(answer, longest).statusCode();
        if (status != OK) {
            throw new IOException("the server there answers with status " + status);
        }
        return new Image(fileName(), body.bytes.toByteArray());
    }

    private static HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> answer, Duration longest)
            throws IOException, InterruptedException {
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("it doesn't come within %d s".formatted(longest.toSeconds()), e);
        } catch (ExecutionException e) {
            throw new IOException("it can't be fetched: " + reason(e.getCause()), e);
        } finally {
            answer.cancel(true);
        }
    }

    private static String reason(Throwable cause) {
        return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    }

    private String fileName() {
        return Optional.ofNullable(address.getPath())
                .map(Path::of)
                .map(Path::getFileName)
                .map(Path::toString)
                .filter(name -> !name.isEmpty())
                .orElse(address.getHost());
    }

    /** What has come so far, which ends the exchange when it is too much. */
    private static final class Body implements Consumer<Optional<byte[]>> {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final long most;

        Body(long most) {
            this.most = most;
        }

        @Override
        public void accept(Optional<byte[]> chunk) {
            if (chunk.isPresent() && bytes.size() + (long) chunk.get().length > most) {
                throw new IllegalStateException("it has more than the %d bytes that are ever sent".formatted(most));
            }
            chunk.ifPresent(bytes::writeBytes);
        }
    }
}
