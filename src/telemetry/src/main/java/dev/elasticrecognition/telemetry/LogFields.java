package dev.elasticrecognition.telemetry;

import dev.elasticrecognition.domain.recognition.RequestId;

/**
 * Fields of their own in every line that this thread logs, until they are cleared; whoever names the request clears them
 * when it's done with. Open Liberty writes them when it logs in JSON ({@code ext_requestId}, {@code ext_traceId}); elsewhere
 * there are none.
 */
public final class LogFields {

    private static final String REQUEST = "requestId";
    private static final String TRACE = "traceId";
    private static final LogContext CONTEXT = LogContext.ofTheServer();

    private LogFields() {}

    /** Names the request that this thread handles from now on. */
    public static void request(RequestId id) {
        CONTEXT.add(REQUEST, id.value());
    }

    /** Names the trace that this thread's work is part of from now on. */
    static void trace(String id) {
        CONTEXT.add(TRACE, id);
    }

    /** This thread handles no request any more. */
    public static void clear() {
        CONTEXT.remove(REQUEST);
        CONTEXT.remove(TRACE);
    }
}
