package dev.elasticrecognition.localcloud;

import java.time.Duration;

/**
 * What can be set at the start.
 *
 * @param grace how long an instance may take to end before it is killed
 * @param maxInstances how many instances may live at a time
 */
record Settings(
        DataDirectory data, int sqsPort, int s3Port, int ec2Port, String region, Duration grace, int maxInstances) {

    /** The account of every resource; the same that ElasticMQ has by default. */
    static final String ACCOUNT_ID = "000000000000";

    Settings {
        requirePort("--sqs-port", sqsPort);
        requirePort("--s3-port", s3Port);
        requirePort("--ec2-port", ec2Port);
        // The path becomes part of a database URL, where a semicolon begins an option.
        require(!data.root().toString().contains(";"), "--data must be a path without a semicolon");
        require(region.matches("[a-z0-9-]{1,32}"), "--region must be a name such as us-east-1, not " + region);
        require(!grace.isNegative(), "--grace must not be negative");
        require(maxInstances >= 1 && maxInstances <= 1000, "--max-instances must be from 1 to 1000");
    }

    private static void requirePort(String option, int port) {
        require(port >= 0 && port <= 65535, option + " must be from 0 (any free port) to 65535, not " + port);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
