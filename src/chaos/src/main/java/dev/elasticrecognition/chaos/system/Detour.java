package dev.elasticrecognition.chaos.system;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between programs and a port of this machine and passes on what it's sent, byte for byte, as long as the weather is
 * {@linkplain Weather#FINE fine}.
 */
public final class Detour implements AutoCloseable {

    private static final Duration DELAY = Duration.ofMillis(500);
    private static final int CHUNK = 64 * 1024;

    /** How it stands with the connections. */
    public enum Weather {
        /** They work. */
        FINE,
        /** Those that there are break, and so does every new one at once. */
        CUT,
        /** Everything takes half a second longer, each way. */
        DELAYED,
        /** Nothing passes, either way. */
        SILENT,
        /** Numbers of messages in answers are {@linkplain Lies lies}. */
        LYING
    }

    private final int port;
    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "detour");
        thread.setDaemon(true);
        return thread;
    });
    private final Lies lies = new Lies();
    private Weather weather = Weather.FINE;

    /** @param port what is behind it; nothing needs to listen there yet */
    public Detour(int port) throws IOException {
        this.port = port;
        this.door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** Where it stands in for the port. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** Changes the weather, for all connections at once. */
    public synchronized void turn(Weather other) {
        weather = other;
        notifyAll();
        if (other == Weather.CUT) {
            sockets.forEach(Detour::drop);
        }
    }

    /** Ends a weather, unless it has turned to another one meanwhile. */
    public synchronized void end(Weather past) {
        if (weather == past) {
            turn(Weather.FINE);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        sockets.forEach(Detour::drop);
        threads.shutdownNow();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                threads.execute(() -> connect(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket caller) {
        sockets.add(caller);
        try {
            passable();
            Socket service = new Socket(InetAddress.getLoopbackAddress(), port);
            sockets.add(service);
            service.setTcpNoDelay(true);
            caller.setTcpNoDelay(true);
            threads.execute(() -> pass(service, caller, this::answer));
            pass(caller, service, (chunk, length) -> passable());
        } catch (IOException nobodyThere) {
            drop(caller);
            sockets.remove(caller);
        }
    }

    /** Until one of them has nothing more to say; then neither has. */
    private void pass(Socket from, Socket to, Gate gate) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                gate.pass(chunk, length);
                out.write(chunk, 0, length);
            }
        } catch (IOException broken) {
            // Both ends learn of it below.
        } finally {
            drop(from);
            drop(to);
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    /** Returns when an answer may pass, as it may be meanwhile. */
    private synchronized void answer(byte[] chunk, int length) throws IOException {
        passable();
        if (weather == Weather.LYING) {
            lies.tell(chunk, length);
        }
    }

    /** Returns when something may pass. */
    private synchronized void passable() throws IOException {
        try {
            if (weather == Weather.DELAYED) {
                long end = System.nanoTime() + DELAY.toNanos();
                for (long left = DELAY.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                    wait(left);
                }
            }
            while (weather == Weather.SILENT) {
                wait();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IOException("The detour is being closed", closing);
        }
        if (weather == Weather.CUT) {
            throw new IOException("The connection is cut");
        }
    }

    /** What bytes have to pass. */
    @FunctionalInterface
    private interface Gate {
        void pass(byte[] chunk, int length) throws IOException;
    }

    private static void drop(Closeable socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // Then there is nothing to close.
        }
    }
}
