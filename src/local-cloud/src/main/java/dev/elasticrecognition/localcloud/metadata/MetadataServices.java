package dev.elasticrecognition.localcloud.metadata;

import com.sun.net.httpserver.HttpServer;
import dev.elasticrecognition.localcloud.credentials.AccessKey;
import dev.elasticrecognition.localcloud.instances.Instance;
import dev.elasticrecognition.localcloud.instances.InstanceDirectories;
import dev.elasticrecognition.localcloud.instances.InstanceMetadata;
import dev.elasticrecognition.localcloud.instances.InstanceTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One small HTTP server for each instance, all on the same few threads. */
public final class MetadataServices implements InstanceMetadata, AutoCloseable {

    private static final int THREADS = 8;

    private final InstanceTable table;
    private final InstanceDirectories directories;
    private final InstanceFacts facts;
    private final AccessKey key;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, MetadataServices::thread);
    private final Map<String, HttpServer> servers = new HashMap<>();

    public MetadataServices(
            InstanceTable table,
            InstanceDirectories directories,
            AccessKey key,
            String region,
            String accountId,
            InstantSource clock) {
        this.table = table;
        this.directories = directories;
        this.facts = new InstanceFacts(region, accountId, key);
        this.key = key;
        this.clock = clock;
    }

    @Override
    public synchronized URI open(Instance instance) throws IOException {
        HttpServer server = servers.get(instance.id());
        if (server == null) {
            server = started(instance);
            servers.put(instance.id(), server);
        }
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public synchronized void close(String instanceId) {
        Optional.ofNullable(servers.remove(instanceId)).ifPresent(server -> server.stop(0));
    }

    @Override
    public synchronized void close() {
        servers.values().forEach(server -> server.stop(0));
        servers.clear();
        threads.shutdown();
    }

    private HttpServer started(Instance instance) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), instance.metadataPort());
        HttpServer server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext(
                "/",
                new MetadataHandler(
                        () -> table.find(instance.id()),
                        directories.of(instance.id()),
                        facts,
                        new SessionTokens(instance.id(), key, clock),
                        clock));
        server.start();
        return server;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "metadata");
        thread.setDaemon(true);
        return thread;
    }
}
