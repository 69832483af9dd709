package dev.elasticrecognition.web.observing;

import dev.elasticrecognition.telemetry.LogFields;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Ends what a call's lines in the log were given as fields, for its thread serves others afterwards. */
final class ClearedLogFields implements Filter {

    @Override
    public void doFilter(ServletRequest call, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(call, answer);
        } finally {
            LogFields.clear();
        }
    }
}
