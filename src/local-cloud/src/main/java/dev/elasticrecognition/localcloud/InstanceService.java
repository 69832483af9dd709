package dev.elasticrecognition.localcloud;

import com.sun.net.httpserver.HttpServer;
import dev.elasticrecognition.localcloud.credentials.AccessKey;
import dev.elasticrecognition.localcloud.ec2.Ec2Actions;
import dev.elasticrecognition.localcloud.ec2.Ec2Endpoint;
import dev.elasticrecognition.localcloud.instances.InstanceDirectories;
import dev.elasticrecognition.localcloud.instances.InstanceTable;
import dev.elasticrecognition.localcloud.instances.Instances;
import dev.elasticrecognition.localcloud.instances.Launches;
import dev.elasticrecognition.localcloud.instances.LifecycleLoop;
import dev.elasticrecognition.localcloud.metadata.MetadataServices;
import dev.elasticrecognition.localcloud.signature.SignatureCheck;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** EC2: the endpoint, the loop that keeps the instances, and their metadata services. */
record InstanceService(
        URI endpoint, HttpServer server, ExecutorService threads, LifecycleLoop loop, MetadataServices metadata) {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceService.class);
    private static final int THREADS = 16;
    private static final String SERVICE = "ec2";

    static InstanceService start(int port, AccessKey key, Settings settings, InstantSource clock) throws IOException {
        String region = settings.region();
        InstanceTable table = InstanceTable.open(settings.data().instanceTable(), clock);
        InstanceDirectories directories =
                new InstanceDirectories(settings.data().instances());
        MetadataServices metadata = new MetadataServices(table, directories, key, region, Settings.ACCOUNT_ID, clock);
        LifecycleLoop loop = new LifecycleLoop(table, directories, metadata, clock, settings.grace());
        Launches launches = new Launches(table, directories, clock, settings.maxInstances());
        Instances instances = new Instances(table, launches, loop, clock);
        Ec2Actions actions = new Ec2Actions(instances, table, directories, region, Settings.ACCOUNT_ID, clock);
        SignatureCheck signature = new SignatureCheck(key, SERVICE, region, clock);

        HttpServer server = HttpServer.create(LoopbackPort.address(port), 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> new Thread(task, SERVICE));
        server.setExecutor(threads);
        server.createContext("/", new Ec2Endpoint(signature, actions));
        loop.start();
        server.start();
        return new InstanceService(Endpoints.onLoopback(port), server, threads, loop, metadata);
    }

    /** No call is taken any more; then the instances end, while the other services still answer them. */
    void stop() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
            LOG.warn("A call is still being answered and will be cut off");
        }
        server.stop(0);
        loop.stop();
        metadata.close();
    }
}
