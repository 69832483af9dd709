package dev.elasticrecognition.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Ends a call's span with what the answer was. */
record EndOfCall(Span span, HttpServletRequest call, HttpServletResponse answer) implements AsyncListener {

    void end() {
        if (call.getAttribute(Tracing.ROUTE) instanceof String route) {
            span.updateName(call.getMethod() + " " + route);
            span.setAttribute(Words.HTTP_ROUTE, route);
        }
        span.setAttribute(Words.HTTP_STATUS, (long) answer.getStatus());
        if (answer.getStatus() >= 500) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        Spans.failed(span, event.getThrowable());
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        span.addEvent("timeout");
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
