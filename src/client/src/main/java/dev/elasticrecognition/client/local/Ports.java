package dev.elasticrecognition.client.local;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the local system listens.
 *
 * @param http the front end
 * @param sqs the queues of the local cloud
 * @param s3 the buckets of the local cloud
 * @param ec2 the instances of the local cloud
 */
public record Ports(int http, int sqs, int s3, int ec2) {

    private static final int HIGHEST = 65_535;

    public Ports {
        Map<Integer, String> seen = new LinkedHashMap<>();
        byOption(http, sqs, s3, ec2).forEach((option, port) -> {
            requireInRange(option, port);
            String other = seen.put(port, option);
            if (other != null) {
                throw new IllegalArgumentException(
                        "%s and %s are both %d: choose another".formatted(other, option, port));
            }
        });
    }

    /** Where uploads go. */
    public URI service() {
        return URI.create("http://localhost:" + http);
    }

    /** The options whose ports another program has, as {@code --http-port 9080}. */
    public List<String> taken() {
        return byOption(http, sqs, s3, ec2).entrySet().stream()
                .filter(port -> isTaken(port.getValue()))
                .map(port -> port.getKey() + " " + port.getValue())
                .toList();
    }

    private static Map<String, Integer> byOption(int http, int sqs, int s3, int ec2) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("--http-port", http);
        ports.put("--sqs-port", sqs);
        ports.put("--s3-port", s3);
        ports.put("--ec2-port", ec2);
        return ports;
    }

    private static void requireInRange(String option, int port) {
        if (port < 1 || port > HIGHEST) {
            throw new IllegalArgumentException(
                    "%s %d is no port: choose one from 1 to %d".formatted(option, port, HIGHEST));
        }
    }

    private static boolean isTaken(int port) {
        try (var probe = new ServerSocket(port)) {
            return !probe.isBound();
        } catch (IOException taken) {
            return true;
        }
    }
}
