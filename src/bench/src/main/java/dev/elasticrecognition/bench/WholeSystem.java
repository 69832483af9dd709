package dev.elasticrecognition.bench;

import dev.elasticrecognition.client.Image;
import dev.elasticrecognition.client.Recognition;
import dev.elasticrecognition.client.RecognitionClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.io.file.PathUtils;

/**
 * The whole local system with one worker, clients included, on the same cores: under load, working off a backlog, and with
 * one request at a time. It is warmed up before, because its compilers take as much as its work at first.
 *
 * @param images how many are sent under load; half as many are sent before, to warm up, and as many after it, as a backlog, but
 *     no more than 3000
 */
record WholeSystem(Launcher launcher, int images) implements Measurement {

    private static final Map<String, String> ONE_WORKER =
            Map.of("ELASTIC_FLEET_MINIMUM", "1", "ELASTIC_FLEET_MAXIMUM", "1");
    private static final int CLIENTS = 16;
    private static final int LONE = 100;
    private static final int MOST_BACKLOG = 3000;
    private static final int QUARTERS = 4;
    private static final Duration LONG_POLL = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public String what() {
        return "the whole system, with one worker";
    }

    @Override
    public Findings measure(List<Path> pictures) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("elastic-bench-system");
        List<Cost> costs = new ArrayList<>();
        List<List<String>> latencies = new ArrayList<>();
        List<String> heap = new ArrayList<>();
        try (LocalSystem system = LocalSystem.start(launcher, data, ONE_WORKER);
                RecognitionClient client = new RecognitionClient(system.frontEnd())) {
            Jpegs jpegs = Jpegs.of(pictures);
            together(Math.min(images, MOST_BACKLOG) / 2, () -> recognized(client, jpegs));
            List<Double> underLoad = Collections.synchronizedList(new ArrayList<>());
            costs.addAll(underLoad(system, () -> timed(client, jpegs, underLoad), heap));
            costs.addAll(backlog(system, client, jpegs));
            latencies.addAll(lone(client, jpegs));
            latencies.add(latency("%d clients at once".formatted(CLIENTS), underLoad));
        }
        PathUtils.deleteDirectory(data);
        return new Findings(costs, List.of(latencies(latencies), heap(heap)));
    }

    /** The sum of all processes, then each. */
    private List<Cost> underLoad(LocalSystem system, Callable<?> request, List<String> heap)
            throws IOException, InterruptedException {
        int quarter = images / QUARTERS;
        int all = quarter * QUARTERS;
        double seconds = 0;
        Map<String, Duration> before = system.cpu();
        for (int i = 0; i < QUARTERS; i++) {
            Stopwatch watch = Stopwatch.start();
            together(quarter, request);
            seconds += watch.seconds();
            heap.add(String.format(Locale.ROOT, "%.1f", LiveHeap.of(system.worker())));
        }
        Map<String, Duration> after = system.cpu();
        List<Cost> costs = new ArrayList<>();
        for (String process : after.keySet()) {
            Duration spent = after.get(process).minus(before.get(process));
            costs.add(new Cost("– of which the " + process, all / seconds, millis(spent) / all));
        }
        double sum = costs.stream().mapToDouble(Cost::cpuMillis).sum();
        costs.add(0, new Cost("whole system, %d clients over HTTP".formatted(CLIENTS), all / seconds, sum));
        return costs;
    }

    private Section heap(List<String> megabytes) {
        return new Section(
                "Memory",
                "Alive in the worker's heap after each quarter of the load of %d images: %s MB.%n"
                        .formatted(images, String.join(", ", megabytes)));
    }

    private static Section latencies(List<List<String>> rows) {
        return Section.of(
                "Latency",
                "In milliseconds. A worker is ready and warm; clients, front end, stores and worker share the machine.",
                List.of("", "median", "95th percentile", "99th percentile"),
                rows);
    }

    /** What is still waiting when the last of many was sent. */
    private List<Cost> backlog(LocalSystem system, RecognitionClient client, Jpegs jpegs)
            throws IOException, InterruptedException {
        Duration front = system.cpu().get(LocalSystem.FRONT_END);
        Stopwatch sending = Stopwatch.start();
        List<String> sent = together(
                Math.min(images, MOST_BACKLOG),
                () -> client.submit(new Image("backlog.jpg", jpegs.next())).id());
        double uploads = sent.size() / sending.seconds();
        double upload = millis(system.cpu().get(LocalSystem.FRONT_END).minus(front)) / sent.size();
        int waiting = system.waiting();
        if (waiting == 0) {
            throw new IOException("There is no backlog: the worker is as fast as the clients");
        }
        Duration before = system.cpu().get(LocalSystem.WORKER);
        Stopwatch watch = Stopwatch.start();
        double seconds = 0;
        Duration after = before;
        for (int i = sent.size() - 1; i >= 0; i--) {
            if (client.find(sent.get(i), Duration.ZERO) instanceof Recognition.Waiting) {
                answered(client, sent.get(i));
                seconds = watch.seconds();
                after = system.cpu().get(LocalSystem.WORKER);
            }
        }
        return List.of(
                new Cost("uploads, nobody waits for answers: the front end", uploads, upload),
                new Cost(Costs.BACKLOG, waiting / seconds, millis(after.minus(before)) / waiting));
    }

    private static List<List<String>> lone(RecognitionClient client, Jpegs jpegs)
            throws IOException, InterruptedException {
        List<Double> whole = new ArrayList<>();
        List<Double> inference = new ArrayList<>();
        for (int i = 0; i < LONE; i++) {
            inference.add(Double.valueOf(timed(client, jpegs, whole).timings().get("inference")));
        }
        return List.of(
                latency("one request at a time, from HTTP to answer", whole),
                latency("– of which its inference", inference));
    }

    /** Has a picture recognised and adds the milliseconds that it took. */
    private static Recognition.Succeeded timed(RecognitionClient client, Jpegs jpegs, List<Double> millis)
            throws IOException, InterruptedException {
        Stopwatch watch = Stopwatch.start();
        Recognition.Succeeded answer = recognized(client, jpegs);
        millis.add(watch.seconds() * 1000);
        return answer;
    }

    private static List<String> latency(String what, List<Double> millis) {
        return List.of(what, percentile(millis, 50), percentile(millis, 95), percentile(millis, 99));
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

    private static String percentile(List<Double> millis, int percent) {
        return millis.stream()
                .sorted()
                .skip((long) (millis.size() - 1) * percent / 100)
                .findFirst()
                .map(value -> String.format(Locale.ROOT, "%.0f", value))
                .orElseThrow();
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
