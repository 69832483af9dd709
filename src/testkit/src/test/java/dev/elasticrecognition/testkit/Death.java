package dev.elasticrecognition.testkit;

import dev.elasticrecognition.domain.messaging.Lease;
import dev.elasticrecognition.domain.messaging.Unavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * A process that dies. Its ports do what they are asked to, until it comes to the method at which it dies: that is not done.
 *
 * @param method its name
 */
record Death(String method) {

    /** A port as the process has it that dies. */
    <T> T of(Class<T> type, T port) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        throw new Unavailable("go on", new IllegalStateException("the process died at " + method));
                    }
                    try {
                        return mortal(called.invoke(port, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** Leases that were received die with the process as well. */
    private Object mortal(Object given) {
        return given instanceof List<?> list
                ? list.stream().map(this::mortalLease).toList()
                : given;
    }

    private Object mortalLease(Object given) {
        return given instanceof Lease<?> lease ? of(Lease.class, lease) : given;
    }
}
