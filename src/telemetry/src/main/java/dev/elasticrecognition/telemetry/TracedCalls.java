package dev.elasticrecognition.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows each call of the API, until its answer is sent, below the span that the client names in {@code traceparent}. */
final class TracedCalls implements Filter {

    private final Spans spans;

    TracedCalls(Spans spans) {
        this.spans = spans;
    }

    @Override
    @SuppressWarnings("try") // of a scope nothing is asked but its end
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest call = (HttpServletRequest) request;
        Span span = begin(call);
        AnswerLater answer = new AnswerLater(call, new EndOfCall(span, call, (HttpServletResponse) response));
        try (Scope current = span.makeCurrent()) {
            LogFields.trace(span.getSpanContext().getTraceId());
            chain.doFilter(answer, response);
        } catch (IOException | ServletException | RuntimeException e) {
            Spans.failed(span, e);
            throw e;
        } finally {
            answer.endUnlessLater();
        }
    }

    private Span begin(HttpServletRequest call) {
        var span = spans.span(call.getMethod(), SpanKind.SERVER)
                .setParent(Spans.parent(call, HttpServletRequest::getHeader))
                .setAttribute(Words.HTTP_METHOD, call.getMethod())
                .setAttribute(Words.URL_PATH, call.getRequestURI())
                .setAttribute(Words.URL_SCHEME, call.getScheme())
                .setAttribute(Words.SERVER_ADDRESS, call.getServerName())
                .setAttribute(Words.SERVER_PORT, (long) call.getServerPort());
        String agent = call.getHeader("User-Agent");
        if (agent != null) {
            span.setAttribute(Words.USER_AGENT, agent);
        }
        return span.startSpan();
    }

    /** Watches from the moment when an answer is put off: by the time that the chain returns, it may have been sent. */
    private static final class AnswerLater extends HttpServletRequestWrapper {

        private final EndOfCall end;
        private boolean later;

        AnswerLater(HttpServletRequest call, EndOfCall end) {
            super(call);
            this.end = end;
        }

        void endUnlessLater() {
            if (!later) {
                end.end();
            }
        }

        @Override
        public AsyncContext startAsync() {
            return watched(super.startAsync());
        }

        @Override
        public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
            return watched(super.startAsync(request, response));
        }

        private AsyncContext watched(AsyncContext answer) {
            later = true;
            answer.addListener(end);
            return answer;
        }
    }
}
