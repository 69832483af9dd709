package dev.elasticrecognition.localcloud.metadata;

import com.sun.net.httpserver.HttpServer;
import dev.elasticrecognition.localcloud.credentials.AccessKey;
import dev.elasticrecognition.localcloud.instances.Conditions;
import dev.elasticrecognition.localcloud.instances.InstanceDirectories;
import dev.elasticrecognition.localcloud.instances.InstanceMetadata;
import dev.elasticrecognition.localcloud.instances.InstanceTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The metadata of all instances, by one small HTTP server, where every instance has a path of its own. */
public final class MetadataService implements InstanceMetadata, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MetadataService.class);
    private static final int THREADS = 8;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, MetadataService::thread);

    private MetadataService(HttpServer server, MetadataHandler handler) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
    }

    /**
     * Opens the service on the port that it had before, because instances that live on know only that one; the file
     * remembers it.
     */
    public static MetadataService open(
            Path portFile,
            InstanceTable table,
            InstanceDirectories directories,
            Conditions conditions,
            AccessKey key,
            String region,
            String accountId,
            InstantSource clock)
            throws IOException {
        HttpServer server = Files.exists(portFile)
                ? reopened(Integer.parseInt(Files.readString(portFile).strip()))
                : HttpServer.create(loopback(0), 0);
        Files.writeString(portFile, Integer.toString(server.getAddress().getPort()));
        InstanceFacts facts = new InstanceFacts(region, accountId, key, conditions);
        return new MetadataService(server, new MetadataHandler(table, directories, facts, key, clock));
    }

    private static HttpServer reopened(int port) throws IOException {
        try {
            return HttpServer.create(loopback(port), 0);
        } catch (IOException taken) {
            LOG.warn("Port {} is taken: instances from before have no metadata service", port, taken);
            return HttpServer.create(loopback(0), 0);
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public URI of(String instanceId) {
        return URI.create("http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), instanceId));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "metadata");
        thread.setDaemon(true);
        return thread;
    }
}
