package dev.elasticrecognition.localcloud;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pekko.actor.Terminated;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scala.Function0;

/**
 * SQS by ElasticMQ. Queues and messages are in an H2 file, where every change is written before it is answered (its
 * default is to write half a second later, which a {@code kill -9} would lose). Credentials are not checked.
 *
 * @see <a href="https://github.com/softwaremill/elasticmq">ElasticMQ</a>
 */
record QueueService(URI endpoint, Function0<Terminated> stop) implements AutoCloseable {

    static QueueService start(int port, String region, Path folder) {
        configureActors();
        ElasticMQServerConfig config = new ElasticMQServerConfig(config(port, region, folder));
        return new QueueService(Endpoints.onLoopback(port), new ElasticMQServer(config).start());
    }

    @Override
    public void close() {
        stop.apply();
    }

    /** The actor system reads system properties only; it must not shut itself down before the instances are gone. */
    private static void configureActors() {
        System.setProperty("pekko.loglevel", "WARNING");
        System.setProperty("pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off");
        System.setProperty("pekko.actor.guardian-supervisor-strategy", BrokenQueues.class.getName());
        ConfigFactory.invalidateCaches();
    }

    private static Config config(int port, String region, Path folder) {
        String database = "jdbc:h2:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE".formatted(folder.resolve("messages"));
        return ConfigFactory.parseMap(Map.of(
                        "rest-sqs.bind-hostname",
                        "127.0.0.1",
                        "rest-sqs.bind-port",
                        port,
                        "node-address.host",
                        "127.0.0.1",
                        "node-address.port",
                        port,
                        "aws.region",
                        region,
                        "aws.accountId",
                        Settings.ACCOUNT_ID,
                        "messages-storage.enabled",
                        true,
                        "messages-storage.uri",
                        database))
                .withFallback(ConfigFactory.load());
    }
}
