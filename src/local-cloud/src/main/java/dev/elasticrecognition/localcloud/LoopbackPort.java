package dev.elasticrecognition.localcloud;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out which port a service gets before it starts, so that a taken one is told in one clear line. */
final class LoopbackPort {

    private LoopbackPort() {}

    /**
     * The wanted port, or any free one for 0.
     *
     * @param option what the port was set with
     */
    static int claim(String option, int wanted) throws CannotStart {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address(wanted));
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw new CannotStart(
                    "port %d on 127.0.0.1 is taken: end what uses it, or set another one with %s (0 for any)"
                            .formatted(wanted, option),
                    taken);
        }
    }

    static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
