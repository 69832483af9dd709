package dev.elasticrecognition.client.local;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where the local cloud says that it listens. */
record CloudUrls(String sqs, String s3, String ec2) {

    private static final String READY = "local cloud ready:";
    private static final Pattern URLS = Pattern.compile("sqs=(\\S+) s3=(\\S+) ec2=(\\S+)");

    /** Finds the line that it prints once it's ready. The last line counts only when it is complete. */
    static Optional<CloudUrls> in(String output) {
        return output.substring(0, output.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.startsWith(READY))
                .flatMap(line -> URLS.matcher(line).results())
                .map(found -> new CloudUrls(found.group(1), found.group(2), found.group(3)))
                .findFirst();
    }

    /** The settings by which the AWS SDK finds them. */
    Map<String, String> environment() {
        return Map.of("AWS_ENDPOINT_URL_SQS", sqs, "AWS_ENDPOINT_URL_S3", s3, "AWS_ENDPOINT_URL_EC2", ec2);
    }
}
