package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.Image;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What an interrupted run leaves to the next one: a line of JSON with the run's random name, then one for each image whose
 * result is final. Each is on the disk before the run goes on. Idempotency keys follow from the run's name, the image's
 * identity and its content; so whatever was under way when a run broke off is sent under the same key again, and is the same
 * request to the service.
 */
final class Journal implements AutoCloseable {

    private static final String RUN = "elastic-classify-run";
    private static final String IMAGE = "image";
    private static final String RESULT = "result";

    private final FileChannel channel;
    private final String run;
    private final Map<String, JsonObject> results;

    private Journal(FileChannel channel, String run, Map<String, JsonObject> results) {
        this.channel = channel;
        this.run = run;
        this.results = results;
    }

    /**
     * Begins a journal, or goes on with it.
     *
     * @throws IllegalArgumentException if the file is something else or another run writes it at this moment
     */
    static Journal open(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            requireAlone(file, channel);
            return channel.size() == 0 ? begin(channel) : goOn(file, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The final result that an earlier run had. */
    Optional<Result> result(Input input) {
        return Optional.ofNullable(results.get(input.identity())).map(Result::new);
    }

    /** The name of the request by which an image is sent. */
    String idempotencyKey(Input input, Image image) {
        String name = String.join("\n", run, input.identity(), sha256(image.content()));
        return sha256(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps a final result. */
    void keep(Input input, Result result) throws IOException {
        append(
                channel,
                Json.createObjectBuilder()
                        .add(IMAGE, input.identity())
                        .add(RESULT, result.document())
                        .build());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static void requireAlone(Path file, FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() == null) {
                throw new IllegalArgumentException("another run writes " + file);
            }
        } catch (OverlappingFileLockException e) {
            throw new IllegalArgumentException("another run writes " + file, e);
        }
    }

    private static Journal begin(FileChannel channel) throws IOException {
        String run = UUID.randomUUID().toString();
        append(channel, Json.createObjectBuilder().add(RUN, run).build());
        return new Journal(channel, run, Map.of());
    }

    /** What was cut short at the end was never finished. */
    private static Journal goOn(Path file, FileChannel channel) throws IOException {
        String text = text(channel);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        Journal journal = parse(file, channel, whole.lines().toList());
        channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
        channel.position(channel.size());
        return journal;
    }

    /** Not by another channel: closing that would give the lock away. */
    private static String text(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // goes on until all is read
        }
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    }

    private static Journal parse(Path file, FileChannel channel, List<String> lines) {
        int number = 1;
        try {
            String run = json(lines.get(0)).getString(RUN);
            Map<String, JsonObject> results = new HashMap<>();
            for (String line : lines.subList(1, lines.size())) {
                number++;
                JsonObject entry = json(line);
                results.put(entry.getString(IMAGE), entry.getJsonObject(RESULT));
            }
            return new Journal(channel, run, results);
        } catch (JsonException | NullPointerException | ClassCastException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "%s, line %d: this is no journal of elastic classify; name another file, which is begun then"
                            .formatted(file, number),
                    e);
        }
    }

    private static JsonObject json(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    private static void append(FileChannel channel, JsonObject line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
