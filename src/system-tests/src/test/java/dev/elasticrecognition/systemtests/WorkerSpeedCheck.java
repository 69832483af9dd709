package dev.elasticrecognition.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.elasticrecognition.testkit.LocalCloud;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Measures a worker with all around it on one machine: what it costs while it works off a backlog, what the whole system
 * costs under load, and how long a lone request takes. Not part of the tests; see the page on the engine in the documentation.
 */
class WorkerSpeedCheck {

    private static final int BACKLOG = Integer.getInteger("backlog", 3000);
    private static final int LOAD = Integer.getInteger("load", 3000);
    private static final int LONE = Integer.getInteger("lone", 200);
    private static final int CLIENTS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    static Path data;

    private final List<byte[]> pictures = pictures();
    private final Map<String, ProcessHandle> processes = new LinkedHashMap<>();

    @Test
    void howFastIsIt() throws Exception {
        try (LocalCloud cloud = LocalCloud.start(data.resolve("cloud"));
                FrontEndProcess front =
                        new FrontEndProcess(data.resolve("front"), cloud, Map.of("ELASTIC_FLEET_MAXIMUM", "0"));
                SqsClient sqs = Cloud.sqs(cloud)) {
            front.awaitReady();
            Rest rest = front.rest().with("Cache-Control", "no-cache");
            upload(rest, BACKLOG);
            try (WorkerProcess worker = new WorkerProcess(data.resolve("worker-1"), cloud, Map.of())) {
                processes.put("worker", worker.handle());
                processes.put("front end", front.server());
                processes.put("cloud", cloud.process().toHandle());
                processes.put("clients", ProcessHandle.current());
                awaitBacklog(sqs, BACKLOG * 2 / 3);
                report("one worker and a backlog", sqs, () -> awaitBacklog(sqs, 0));
                report("the same with uploads under way", sqs, () -> {
                    upload(rest, LOAD);
                    awaitBacklog(sqs, 0);
                });
                reportLone(rest);
            }
        }
    }

    private void report(String what, SqsClient sqs, Act act) throws Exception {
        int before = Cloud.messages(sqs, "elastic-requests");
        Map<String, Duration> cpu = cpu();
        long start = System.nanoTime();
        act.perform();
        double seconds = (System.nanoTime() - start) / 1e9;
        int images = before == 0 ? LOAD : before;
        StringBuilder line =
                new StringBuilder("%s: %d images, %.1f/s; CPU-ms an image:".formatted(what, images, images / seconds));
        cpu().forEach((name, after) -> line.append(
                " %s %.1f".formatted(name, after.minus(cpu.get(name)).toNanos() / 1e6 / images)));
        System.out.println(line);
    }

    private void reportLone(Rest rest) {
        double[] millis = new double[LONE];
        double[] model = new double[LONE];
        for (int i = 0; i < LONE; i++) {
            long start = System.nanoTime();
            Rest.Answer answer = rest.post("?wait=30", "image/jpeg", picture(i));
            millis[i] = (System.nanoTime() - start) / 1e6;
            assertThat(answer.status()).isEqualTo(200);
            model[i] = answer.json()
                    .getJsonObject("timings")
                    .getJsonNumber("inference")
                    .doubleValue();
        }
        System.out.printf(
                "one at a time: %d images, median %.1f ms, 95th percentile %.1f ms; inference alone median %.1f ms%n",
                LONE, percentile(millis, 50), percentile(millis, 95), percentile(model, 50));
    }

    private static double percentile(double[] values, int percent) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return sorted[(sorted.length - 1) * percent / 100];
    }

    private void upload(Rest rest, int number) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Integer>> uploads = IntStream.range(0, number)
                    .mapToObj(i -> clients.submit(
                            () -> rest.post("", "image/jpeg", picture(i)).status()))
                    .toList();
            for (Future<Integer> upload : uploads) {
                assertThat(upload.get()).isEqualTo(202);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    /** What follows the end of a JPEG doesn't change the picture. */
    private byte[] picture(int i) {
        byte[] picture = pictures.get(i % pictures.size());
        return ByteBuffer.allocate(picture.length + Integer.BYTES)
                .put(picture)
                .putInt(i)
                .array();
    }

    private Map<String, Duration> cpu() {
        Map<String, Duration> cpu = new LinkedHashMap<>();
        processes.forEach((name, process) ->
                cpu.put(name, process.info().totalCpuDuration().orElseThrow()));
        return cpu;
    }

    private static void awaitBacklog(SqsClient sqs, int atMost) {
        await().atMost(PATIENCE).until(() -> Cloud.messages(sqs, "elastic-requests") <= atMost);
    }

    /** The JPEGs of the folder that the system property {@code pictures} names, or one of our own. */
    private static List<byte[]> pictures() {
        String folder = System.getProperty("pictures", "");
        if (folder.isEmpty()) {
            return List.of(Pictures.bytes("rocket.jpg"));
        }
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.filter(file -> file.toString().matches("(?i).*\\.jpe?g"))
                    .sorted()
                    .map(WorkerSpeedCheck::read)
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Act {

        void perform() throws Exception;
    }
}
