package dev.elasticrecognition.localcloud;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpServer;
import dev.elasticrecognition.localcloud.credentials.AccessKey;
import dev.elasticrecognition.localcloud.ec2.Ec2Actions;
import dev.elasticrecognition.localcloud.ec2.Ec2Endpoint;
import dev.elasticrecognition.localcloud.faults.Faults;
import dev.elasticrecognition.localcloud.faults.FaultsHandler;
import dev.elasticrecognition.localcloud.faults.FaultyActions;
import dev.elasticrecognition.localcloud.faults.FaultyConditions;
import dev.elasticrecognition.localcloud.instances.InstanceDirectories;
import dev.elasticrecognition.localcloud.instances.InstanceTable;
import dev.elasticrecognition.localcloud.instances.Instances;
import dev.elasticrecognition.localcloud.instances.Launches;
import dev.elasticrecognition.localcloud.instances.LifecycleLoop;
import dev.elasticrecognition.localcloud.metadata.MetadataService;
import dev.elasticrecognition.localcloud.signature.SignatureCheck;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** EC2: the endpoint with its faults, the loop that keeps the instances, and their metadata service. */
record InstanceService(
        URI endpoint, HttpServer server, ExecutorService threads, LifecycleLoop loop, MetadataService metadata) {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceService.class);
    private static final int THREADS = 16;
    private static final String SERVICE = "ec2";

    static InstanceService start(int port, AccessKey key, Settings settings, InstantSource clock) throws IOException {
        DataDirectory data = settings.data();
        String region = settings.region();
        Faults faults = new Faults();
        FaultyConditions conditions = new FaultyConditions(faults, clock);
        InstanceTable table = InstanceTable.open(data.instanceTable(), conditions, clock);
        InstanceDirectories directories = new InstanceDirectories(data.instances());
        MetadataService metadata = MetadataService.open(
                data.metadataPort(), table, directories, conditions, key, region, Settings.ACCOUNT_ID, clock);
        LifecycleLoop loop = new LifecycleLoop(table, directories, metadata, conditions, clock, settings.grace());
        Launches launches = new Launches(table, directories, conditions, clock, settings.maxInstances());
        Instances instances = new Instances(table, launches, loop, clock);
        Ec2Actions actions = new Ec2Actions(instances, table, directories, region, Settings.ACCOUNT_ID, clock);
        SignatureCheck signature = new SignatureCheck(key, SERVICE, region, clock);

        HttpServer server = HttpServer.create(LoopbackPort.address(port), 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> new Thread(task, SERVICE));
        server.setExecutor(threads);
        server.createContext("/", new Ec2Endpoint(signature, new FaultyActions(actions, faults)));
        server.createContext(FaultsHandler.PATH, new FaultsHandler(faults, conditions, instances, actions.names()))
                .setAuthenticator(ownerOnly(key));
        loop.start();
        server.start();
        return new InstanceService(Endpoints.onLoopback(port), server, threads, loop, metadata);
    }

    private static BasicAuthenticator ownerOnly(AccessKey key) {
        return new BasicAuthenticator("local cloud") {
            @Override
            public boolean checkCredentials(String id, String secret) {
                return id.equals(key.id()) && secret.equals(key.secret());
            }
        };
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
