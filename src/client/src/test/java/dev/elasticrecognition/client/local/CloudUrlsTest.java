package dev.elasticrecognition.client.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CloudUrlsTest {

    private static final String LINE = "local cloud ready: sqs=http://a:1 s3=http://a:2 ec2=http://a:3 data=/d";

    @Test
    void areReadFromTheLineAmongOthers() {
        assertThat(CloudUrls.in("starting\n" + LINE + "\nmore"))
                .contains(new CloudUrls("http://a:1", "http://a:2", "http://a:3"));
    }

    @Test
    void areNotReadFromAnUnfinishedLine() {
        assertThat(CloudUrls.in("starting\n" + LINE)).isEmpty();
    }
}
