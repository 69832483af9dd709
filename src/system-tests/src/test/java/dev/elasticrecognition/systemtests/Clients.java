package dev.elasticrecognition.systemtests;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Clients that upload pictures at the same time and behave well: each upload has a key of its own and is sent again, after
 * the pause that was asked for, until it's accepted. They keep a list of what was promised to them.
 */
final class Clients {

    private static final int LONGEST_PAUSE_SECONDS = 2;

    private final int number;
    private final IntFunction<Rest> nodes;
    private final byte[] picture = Pictures.bytes("rocket.jpg");
    private final Map<String, Integer> accepted = new ConcurrentHashMap<>();
    private final List<Rest.Answer> refusals = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    /**
     * @param number how many there are
     * @param nodes the front end for an attempt, whatever its number
     */
    Clients(int number, IntFunction<Rest> nodes) {
        this.number = number;
        this.nodes = nodes;
    }

    /** Uploads so many pictures, no two the same, and returns when all are accepted. */
    void upload(int pictures) throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(number);
        try {
            List<Future<?>> clients = new ArrayList<>();
            for (int client = 0; client < number; client++) {
                clients.add(threads.submit(() -> uploadUntil(pictures)));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** How many pictures are accepted so far. */
    int accepted() {
        return accepted.size();
    }

    /** The ids that were promised. */
    List<String> ids() {
        return List.copyOf(accepted.keySet());
    }

    /** The answers other than promises. */
    List<Rest.Answer> refusals() {
        synchronized (refusals) {
            return List.copyOf(refusals);
        }
    }

    private void uploadUntil(int pictures) {
        for (int i = next.getAndIncrement(); i < pictures; i = next.getAndIncrement()) {
            String id = upload(i, UUID.randomUUID().toString());
            if (accepted.put(id, i) != null) {
                throw new AssertionError("Two uploads were given the id " + id);
            }
        }
    }

    private String upload(int i, String key) {
        for (int attempt = i; ; attempt++) {
            try {
                Rest.Answer answer =
                        nodes.apply(attempt).with("Idempotency-Key", key).post("", "image/jpeg", unique(i));
                if (answer.status() / 100 == 2) {
                    return answer.text("id");
                }
                synchronized (refusals) {
                    refusals.add(answer);
                }
                pause(answer);
            } catch (UncheckedIOException brokenConnection) {
                pauseSeconds(1);
            }
        }
    }

    /** What follows the end of a JPEG doesn't change the picture. */
    private byte[] unique(int i) {
        return ByteBuffer.allocate(picture.length + Integer.BYTES)
                .put(picture)
                .putInt(i)
                .array();
    }

    private static void pause(Rest.Answer answer) {
        String asked = answer.header("Retry-After");
        if (asked.isEmpty()) {
            throw new AssertionError("No upload is accepted: " + answer.status() + " " + answer.body());
        }
        pauseSeconds(Math.min(LONGEST_PAUSE_SECONDS, Integer.parseInt(asked)));
    }

    private static void pauseSeconds(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
