package dev.elasticrecognition.telemetry;

import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Open Liberty's {@code LogRecordContext}: what it is given is written with every line of the same thread. By reflection,
 * since its API comes with the server and not from a repository; outside of the server there is none, and nothing is kept.
 *
 * @param add takes a name and a value
 * @param remove takes a name
 */
record LogContext(Optional<Method> add, Optional<Method> remove) {

    private static final String API = "com.ibm.websphere.logging.hpel.LogRecordContext";

    static LogContext ofTheServer() {
        try {
            Class<?> api = Class.forName(API);
            return new LogContext(
                    Optional.of(api.getMethod("addExtension", String.class, String.class)),
                    Optional.of(api.getMethod("removeExtension", String.class)));
        } catch (ClassNotFoundException outsideOfTheServer) {
            return new LogContext(Optional.empty(), Optional.empty());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("This server's %s is another one".formatted(API), e);
        }
    }

    void add(String name, String value) {
        add.ifPresent(method -> call(method, name, value));
    }

    void remove(String name) {
        remove.ifPresent(method -> call(method, name));
    }

    private static void call(Method method, Object... arguments) {
        try {
            method.invoke(null, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("%s can't be called".formatted(method), e);
        }
    }
}
