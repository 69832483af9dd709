package dev.elasticrecognition.chaos.load;

import dev.elasticrecognition.client.Credentials;
import dev.elasticrecognition.client.RecognitionClient;
import dev.elasticrecognition.client.RetryPolicy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Clients that send pictures at a rate and behave as documented: a key for each picture, and whatever isn't answered is sent
 * again. Every third picture's answer is waited for, every tenth picture is sent again later, under its key.
 */
public final class Load implements AutoCloseable {

    /** However long the system is away, it isn't taken for a wrong address. */
    private static final RetryPolicy STUBBORN =
            new RetryPolicy(Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofHours(1));

    private static final Duration FIRST_LABEL = Duration.ofMinutes(3);
    private static final int WAITED_FOR = 3;
    private static final int SENT_AGAIN = 10;

    private final RecognitionClient client;
    private final Pictures pictures;
    private final List<Attempt> attempts = new ArrayList<>();
    private final ExecutorService threads;
    private final int clients;

    /** @param clients how many there are, 1 or more */
    public Load(URI service, Pictures pictures, int clients) {
        this.client = new RecognitionClient(service, Credentials.none(), STUBBORN);
        this.pictures = pictures;
        this.clients = clients;
        this.threads = Executors.newFixedThreadPool(clients);
    }

    /**
     * Has each of the photographs recognised once.
     *
     * @return their labels by their names; fewer than there are photographs if one has none after three minutes
     */
    public Map<String, String> labels() throws InterruptedException {
        Map<String, String> labels = new HashMap<>();
        Instant end = Instant.now().plus(FIRST_LABEL);
        for (int i = 0; i < pictures.different(); i++) {
            Attempt attempt = begin();
            attempt.send(client, end);
            attempt.await(client, end);
            Upload upload = attempt.upload();
            upload.answers().stream()
                    .flatMap(answer -> answer.label().stream())
                    .forEach(label -> labels.put(upload.picture(), label));
        }
        return labels;
    }

    /**
     * Sends pictures for a time, and until all are accepted, or given up after some more time.
     *
     * @param rate pictures a second, of all clients together
     */
    public void run(double rate, Duration duration, Duration patience) throws InterruptedException {
        Instant end = Instant.now().plus(duration);
        long turn = Math.round(TimeUnit.SECONDS.toNanos(1) * clients / rate);
        together(clients, number -> {
            TimeUnit.NANOSECONDS.sleep(turn * number / clients);
            long due = System.nanoTime();
            while (Instant.now().isBefore(end)) {
                take(end.plus(patience));
                due = Math.max(due + turn, System.nanoTime() - turn);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            }
            return null;
        });
    }

    /** Asks for every answer that was promised, until all are there or time is over. */
    public void collect(Duration patience) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        List<Attempt> all = all();
        together(all.size(), number -> {
            all.get(number).await(client, end);
            return null;
        });
    }

    /** What the clients know. */
    public List<Upload> uploads() {
        return all().stream().map(Attempt::upload).toList();
    }

    /** The ids that were promised last, so many at most. */
    public List<String> latest(int most) {
        List<String> ids =
                all().stream().flatMap(attempt -> attempt.id().stream()).toList();
        return ids.subList(Math.max(0, ids.size() - most), ids.size());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.close();
    }

    private void take(Instant end) throws InterruptedException {
        Attempt attempt = begin();
        attempt.send(client, end);
        if (attempt.number() % WAITED_FOR == 0) {
            attempt.look(client);
        }
        if (attempt.number() % SENT_AGAIN == 0) {
            attempt.send(client, end);
        }
    }

    private synchronized Attempt begin() {
        int number = attempts.size();
        Attempt attempt = new Attempt(number, pictures.picture(number));
        attempts.add(attempt);
        return attempt;
    }

    private synchronized List<Attempt> all() {
        return List.copyOf(attempts);
    }

    /** Does something for each number from 0 on, as many at once as there are clients. */
    private void together(int times, Numbered act) throws InterruptedException {
        List<Callable<Void>> acts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int number = i;
            acts.add(() -> act.apply(number));
        }
        for (Future<Void> done : threads.invokeAll(acts)) {
            try {
                done.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("A client broke off: " + e.getCause(), e.getCause());
            }
        }
    }

    private interface Numbered {
        Void apply(int number) throws InterruptedException;
    }
}
