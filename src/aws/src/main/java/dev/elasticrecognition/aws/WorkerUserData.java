package dev.elasticrecognition.aws;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What an instance does when it boots: a script, run by cloud-init, that installs the worker if its image holds none, and
 * becomes the worker. The worker's own settings are
 * handed on from the front end's environment, and so are endpoints that the SDK was told there ({@code
 * AWS_ENDPOINT_URL…}); on AWS there are none.
 */
record WorkerUserData(Map<String, String> environment, String install, String command) {

    /** The most bytes that EC2 takes. */
    private static final int LIMIT = 16 * 1024;

    /** What of the front end's own environment is meant for workers. */
    private static final List<String> HANDED_ON =
            List.of("AWS_ENDPOINT_URL", "ELASTIC_IMAGE_", "ELASTIC_LOG_", "ELASTIC_MODEL_", "ELASTIC_WORKER_", "OTEL_");

    /** What isn't: the front end's own name, and headers, which may hold a secret that user data would tell to many. */
    private static final Pattern KEPT = Pattern.compile("OTEL_SERVICE_NAME|OTEL_.*_HEADERS");

    WorkerUserData {
        environment = new TreeMap<>(environment);
        int bytes = script(environment, install, command).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LIMIT) {
            throw new IllegalArgumentException(
                    "%s must be shorter: it makes user data of %d bytes, of which EC2 takes %d"
                            .formatted(Ec2Settings.INSTALL_SCRIPT, bytes, LIMIT));
        }
    }

    static WorkerUserData of(AwsSettings settings, Map<String, String> ownEnvironment, String install, String command) {
        Map<String, String> environment = settings.asEnvironment();
        ownEnvironment.forEach((name, value) -> {
            if (HANDED_ON.stream().anyMatch(name::startsWith)
                    && !KEPT.matcher(name).matches()) {
                environment.put(name, value);
            }
        });
        return new WorkerUserData(environment, install, command);
    }

    String script() {
        return script(environment, install, command);
    }

    private static String script(Map<String, String> environment, String install, String command) {
        StringBuilder script = new StringBuilder("#!/bin/sh\n");
        environment.forEach((name, value) -> script.append("export ")
                .append(name)
                .append('=')
                .append(quoted(value))
                .append('\n'));
        if (!install.isEmpty()) {
            script.append(install).append('\n');
        }
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
