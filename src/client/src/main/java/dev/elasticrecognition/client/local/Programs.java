package dev.elasticrecognition.client.local;

import java.util.HashMap;
import java.util.Map;

/**
 * The two programs of a local system, with the settings by which they find each other. Unless the environment says
 * otherwise, the fleet grows to as many instances as there are cores: more of them would only share the same ones.
 */
record Programs(Layout layout, DataDirectory data, Ports ports) {

    private static final String MAXIMUM = "ELASTIC_FLEET_MAXIMUM";
    private static final int LEAST = 2;
    private static final int MOST = 20;

    Program localCloud() {
        return new Program(Role.LOCAL_CLOUD, layout.localCloud(data, ports), Map.of(), new LogFile(data.cloudLog()));
    }

    Program frontEnd(CloudUrls cloud) {
        Map<String, String> environment = new HashMap<>(cloud.environment());
        environment.put("AWS_SHARED_CREDENTIALS_FILE", data.credentials().toString());
        environment.put("AWS_REGION", "us-east-1");
        environment.put("WLP_OUTPUT_DIR", data.front().toString());
        environment.put("ELASTIC_HTTP_PORT", Integer.toString(ports.http()));
        if (System.getenv(MAXIMUM) == null) {
            environment.put(MAXIMUM, Integer.toString(instances()));
        }
        environment.put("ELASTIC_WORKER_COMMAND", layout.workerCommand().toString());
        return new Program(Role.FRONT_END, layout.frontEnd(), environment, new LogFile(data.frontLog()));
    }

    private static int instances() {
        return Math.min(MOST, Math.max(LEAST, Runtime.getRuntime().availableProcessors()));
    }
}
