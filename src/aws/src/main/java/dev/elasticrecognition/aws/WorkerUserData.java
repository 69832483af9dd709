package dev.elasticrecognition.aws;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an instance does when it boots: a script, run by cloud-init, that becomes the worker. Endpoints that the SDK was
 * told by environment ({@code AWS_ENDPOINT_URL…}) are handed on; on AWS there are none.
 */
record WorkerUserData(Map<String, String> environment, String command) {

    private static final String ENDPOINT_PREFIX = "AWS_ENDPOINT_URL";

    WorkerUserData {
        environment = new TreeMap<>(environment);
    }

    static WorkerUserData of(AwsSettings settings, Map<String, String> ownEnvironment, String command) {
        Map<String, String> environment = settings.asEnvironment();
        ownEnvironment.forEach((name, value) -> {
            if (name.startsWith(ENDPOINT_PREFIX)) {
                environment.put(name, value);
            }
        });
        return new WorkerUserData(environment, command);
    }

    String script() {
        StringBuilder script = new StringBuilder("#!/bin/sh\n");
        environment.forEach((name, value) -> script.append("export ")
                .append(name)
                .append('=')
                .append(quoted(value))
                .append('\n'));
        return script.append("exec ").append(quoted(command)).append('\n').toString();
    }

    /** As EC2 takes it. */
    String base64() {
        return Base64.getEncoder().encodeToString(script().getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
