package dev.elasticrecognition.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Makes spans, and carries them from one process to another (W3C Trace Context). */
final class Spans {

    private static final String TRACEPARENT = "traceparent";
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final Tracer tracer;

    Spans(OpenTelemetry openTelemetry) {
        this.tracer = openTelemetry.getTracer("dev.elasticrecognition");
    }

    /** A span to be begun; its parent is the current one, unless it's given another. */
    SpanBuilder span(String name, SpanKind kind) {
        return tracer.spanBuilder(name).setSpanKind(kind);
    }

    /** Does a piece of work as a span, which tells how it ended. */
    static <T> T within(SpanBuilder builder, Supplier<T> work) {
        Span span = builder.startSpan();
        try {
            return Context.current().with(span).wrapSupplier(work).get();
        } catch (RuntimeException e) {
            failed(span, e);
            throw e;
        } finally {
            span.end();
        }
    }

    /** The same for work without an outcome. */
    static void within(SpanBuilder builder, Runnable work) {
        within(builder, () -> {
            work.run();
            return builder;
        });
    }

    /** The same for what comes from elsewhere: the log names its trace. */
    static <T> T entering(SpanBuilder builder, Supplier<T> work) {
        return within(builder, () -> {
            LogFields.trace(Span.current().getSpanContext().getTraceId());
            return work.get();
        });
    }

    /** The same for work without an outcome. */
    static void entering(SpanBuilder builder, Runnable work) {
        entering(builder, () -> {
            work.run();
            return builder;
        });
    }

    /** Notes why a span's work failed. */
    static void failed(Span span, Throwable why) {
        span.recordException(why);
        span.setAttribute(Words.ERROR_TYPE, why.getClass().getName());
        span.setStatus(StatusCode.ERROR, String.valueOf(why.getMessage()));
    }

    /** The current span as text that can be sent: the header {@code traceparent}. */
    static String traceparent() {
        Map<String, String> headers = new HashMap<>();
        W3C.inject(Context.current(), headers, Map::put);
        return headers.getOrDefault(TRACEPARENT, "");
    }

    /** The span that was sent as text; none if the text names none. */
    static Context parent(String traceparent) {
        return parent(traceparent, (text, header) -> header.equals(TRACEPARENT) ? text : null);
    }

    /** The span that was sent in headers. */
    static <C> Context parent(C carrier, TextMapGetter<C> headers) {
        return W3C.extract(Context.root(), carrier, headers);
    }

    static Context parent(SpanContext span) {
        return Context.root().with(Span.wrap(span));
    }
}
