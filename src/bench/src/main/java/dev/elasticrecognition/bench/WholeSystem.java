package dev.elasticrecognition.bench;

import dev.elasticrecognition.client.Image;
import dev.elasticrecognition.client.Recognition;
import dev.elasticrecognition.client.RecognitionClient;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The whole local system with one worker, clients included, on the same cores: under load, working off a backlog, and with
 * one request at a time. It is warmed up before, because its compilers take as much as its work at first.
 *
 * @param home the checkout
 * @param images how many are sent under load; half as many are sent before, to warm up, and as many after it, as a backlog, but
 *     no more than 3000
 */
record WholeSystem(Path home, int images) implements Measurement {

    private static final int CLIENTS = 16;
    private static final int LONE = 100;
    private static final int MOST_BACKLOG = 3000;
    private static final int QUARTERS = 4;
    private static final Duration LONG_POLL = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public Findings measure(List<Path> pictures) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("elastic-bench-system");
        List<Row> rows = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        try (LocalSystem system = LocalSystem.start(home, data);
                RecognitionClient client = new RecognitionClient(system.frontEnd())) {
            Jpegs jpegs = Jpegs.of(pictures);
            together(Math.min(images, MOST_BACKLOG) / 2, () -> recognized(client, jpegs));
            rows.addAll(underLoad(system, client, jpegs, remarks));
            rows.add(backlog(system, client, jpegs));
            remarks.add(lone(client, jpegs));
        }
        delete(data);
        return new Findings(rows, remarks);
    }

    /** The sum of all processes, then each. */
    private List<Row> underLoad(LocalSystem system, RecognitionClient client, Jpegs jpegs, List<String> remarks)
            throws IOException, InterruptedException {
        List<String> heap = new ArrayList<>();
        int quarter = images / QUARTERS;
        int all = quarter * QUARTERS;
        double seconds = 0;
        Map<String, Duration> before = system.cpu();
        for (int i = 0; i < QUARTERS; i++) {
            Stopwatch watch = Stopwatch.start();
            together(quarter, () -> recognized(client, jpegs));
            seconds += watch.seconds();
            heap.add(String.format(Locale.ROOT, "%.1f", LiveHeap.of(system.worker())));
        }
        Map<String, Duration> after = system.cpu();
        remarks.add(
                "Alive in the worker's heap after each quarter of the load: %s MB.".formatted(String.join(", ", heap)));
        List<Row> rows = new ArrayList<>();
        double sum = 0;
        for (String process : after.keySet()) {
            double each = millis(after.get(process).minus(before.get(process))) / all;
            rows.add(new Row("– of which the " + process, new Measured(all / seconds, each)));
            sum += each;
        }
        rows.add(0, new Row("whole system, %d clients over HTTP".formatted(CLIENTS), new Measured(all / seconds, sum)));
        return rows;
    }

    /** What is still waiting when the last of many was sent. */
    private Row backlog(LocalSystem system, RecognitionClient client, Jpegs jpegs)
            throws IOException, InterruptedException {
        List<String> sent = together(
                Math.min(images, MOST_BACKLOG),
                () -> client.submit(new Image("backlog.jpg", jpegs.next())).id());
        int waiting = system.waiting();
        if (waiting == 0) {
            throw new IOException("There is no backlog: the worker is as fast as the clients");
        }
        Duration before = system.cpu().get("worker");
        Stopwatch watch = Stopwatch.start();
        double seconds = 0;
        Duration after = before;
        for (int i = sent.size() - 1; i >= 0; i--) {
            if (client.find(sent.get(i), Duration.ZERO) instanceof Recognition.Waiting) {
                answered(client, sent.get(i));
                seconds = watch.seconds();
                after = system.cpu().get("worker");
            }
        }
        return new Row(
                "worker, working off a backlog",
                new Measured(waiting / seconds, millis(after.minus(before)) / waiting));
    }

    private static String lone(RecognitionClient client, Jpegs jpegs) throws IOException, InterruptedException {
        List<Double> whole = new ArrayList<>();
        List<Double> inference = new ArrayList<>();
        for (int i = 0; i < LONE; i++) {
            Stopwatch watch = Stopwatch.start();
            Recognition.Succeeded answer = recognized(client, jpegs);
            whole.add(watch.seconds() * 1000);
            inference.add(Double.valueOf(answer.timings().get("inference")));
        }
        return String.format(
                Locale.ROOT,
                "One request at a time, from HTTP to answer: median %.0f ms, 95th percentile %.0f ms; its inference: median %.0f ms.",
                percentile(whole, 50),
                percentile(whole, 95),
                percentile(inference, 50));
    }

    /** Does something so many times, as all the clients do it at once, and gives what came of it. */
    private static <T> List<T> together(int times, Callable<T> act) throws IOException, InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<T>> under = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                under.add(clients.submit(act));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> one : under) {
                done.add(one.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw new IOException("A request failed: " + e.getCause().getMessage(), e.getCause());
        } finally {
            clients.shutdownNow();
        }
    }

    private static Recognition.Succeeded recognized(RecognitionClient client, Jpegs jpegs)
            throws IOException, InterruptedException {
        return succeeded(client.recognize(new Image("bench.jpg", jpegs.next()), PATIENCE));
    }

    private static void answered(RecognitionClient client, String id) throws IOException, InterruptedException {
        Stopwatch watch = Stopwatch.start();
        Recognition latest = client.find(id, LONG_POLL);
        while (latest instanceof Recognition.Waiting && watch.seconds() < PATIENCE.toSeconds()) {
            latest = client.find(id, LONG_POLL);
        }
        succeeded(latest);
    }

    private static Recognition.Succeeded succeeded(Recognition end) throws IOException {
        if (end instanceof Recognition.Succeeded succeeded) {
            return succeeded;
        }
        throw new IOException("A picture got no label: " + end);
    }

    private static double percentile(List<Double> values, int percent) {
        return values.stream()
                .sorted()
                .skip((long) (values.size() - 1) * percent / 100)
                .findFirst()
                .orElseThrow();
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    private static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
