package dev.elasticrecognition.client.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void onePortForTwoThingsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ports(9080, 9324, 9325, 9080))
                .withMessageContaining("--http-port and --ec2-port are both 9080");
    }

    @Test
    void whatIsNoPortIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ports(9080, 0, 9325, 9326));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ports(9080, 65_536, 9325, 9326));
    }

    @Test
    void aPortIsTakenByWhoListensOnLoopbackAlone() throws IOException {
        Ports ports = HomeStandIn.freePorts();
        try (var other = new ServerSocket(ports.sqs(), 0, InetAddress.getLoopbackAddress())) {
            assertThat(ports.taken()).containsExactly("--sqs-port " + other.getLocalPort());
        }
    }
}
