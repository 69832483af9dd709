package dev.elasticrecognition.localcloud;

import dev.elasticrecognition.localcloud.credentials.AccessKey;
import dev.elasticrecognition.localcloud.credentials.CredentialsFile;
import java.io.IOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The three services, and their order: queues and buckets are there before the first instance and after the last. */
record LocalCloud(
        DirectoryLock lock,
        QueueService queues,
        ObjectService objects,
        InstanceService instances,
        Endpoints endpoints) {

    private static final Logger LOG = LoggerFactory.getLogger(LocalCloud.class);

    /** Starts everything; returns when all three services take requests. The directory exists. */
    static LocalCloud start(Settings settings, DirectoryLock lock, InstantSource clock)
            throws IOException, CannotStart {
        int sqsPort = LoopbackPort.claim("--sqs-port", settings.sqsPort());
        int s3Port = LoopbackPort.claim("--s3-port", settings.s3Port());
        int ec2Port = LoopbackPort.claim("--ec2-port", settings.ec2Port());
        DataDirectory data = settings.data();
        AccessKey key = new CredentialsFile(data.credentials()).loadOrCreate();

        QueueService queues = QueueService.start(sqsPort, settings.region(), data.sqs());
        ObjectService objects = ObjectService.start(s3Port, key, data.s3(), data.objectNames());
        InstanceService instances = InstanceService.start(ec2Port, key, settings, clock);
        Endpoints endpoints = new Endpoints(queues.endpoint(), objects.endpoint(), instances.endpoint());
        endpoints.write(data.endpoints(), settings.region());
        LOG.info("Ready: {}", endpoints);
        return new LocalCloud(lock, queues, objects, instances, endpoints);
    }

    /** Ends the instances, then the services, then lets go of the directory. */
    void stop() throws IOException, InterruptedException {
        LOG.info("Stopping");
        instances.stop();
        objects.close();
        queues.close();
        LOG.info("Stopped");
        lock.close();
    }
}
