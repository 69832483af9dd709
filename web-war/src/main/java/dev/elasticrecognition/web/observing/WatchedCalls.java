package dev.elasticrecognition.web.observing;

import dev.elasticrecognition.telemetry.Tracing;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/** Puts the filters before the API that watch its calls; that of the traces only if there are any. */
@WebListener
public class WatchedCalls implements ServletContextListener {

    private static final String API = "/api/*";

    @Inject
    Tracing tracing;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        watch(context.addFilter("log fields", new ClearedLogFields()));
        tracing.calls().ifPresent(traces -> watch(context.addFilter("traces", traces)));
    }

    private static void watch(FilterRegistration.Dynamic filter) {
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, API);
    }
}
