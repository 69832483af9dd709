package dev.elasticrecognition.worker;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * The signals by which this process is told to end. Left to the JVM, they begin its shutdown at once, and its shutdown hooks
 * run side by side: while the worker still finishes its requests, the hook of ONNX Runtime takes the model from under
 * them, and that of the JDK's loggers the log.
 */
final class Termination {

    private static final List<String> SIGNALS = List.of("TERM", "INT");

    private Termination() {}

    /**
     * Has something else done in place of the JVM's shutdown.
     *
     * @param action runs on a thread of its own
     * @throws IllegalStateException if this JVM has no signals
     */
    static void handle(Runnable action) {
        // By reflection, since javac warns of this API, in a way that can't be suppressed; there is no other.
        try {
            ClassLoader jdk = ClassLoader.getSystemClassLoader();
            Class<?> signal = jdk.loadClass("sun.misc.Signal");
            Class<?> handler = jdk.loadClass("sun.misc.SignalHandler");
            InvocationHandler act = (proxy, method, arguments) -> {
                action.run();
                return null;
            };
            Object acting = Proxy.newProxyInstance(jdk, new Class<?>[] {handler}, act);
            for (String name : SIGNALS) {
                Object named = signal.getConstructor(String.class).newInstance(name);
                signal.getMethod("handle", signal, handler).invoke(null, named, acting);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This JVM lacks the module jdk.unsupported, which has signals", e);
        }
    }
}
