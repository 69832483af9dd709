package dev.elasticrecognition.web.observing;

import dev.elasticrecognition.telemetry.Tracing;
import dev.elasticrecognition.web.RestApplication;
import jakarta.inject.Inject;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;

/** Tells the traces which route a call takes, such as {@code /api/recognitions/{id}}: few names for many paths. */
@Provider
public class Routes implements DynamicFeature {

    @Inject
    Tracing tracing;

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        if (tracing.calls().isPresent()) {
            context.register(new Route(template(resource.getResourceClass(), resource.getResourceMethod())));
        }
    }

    static String template(Class<?> resource, Method method) {
        UriBuilder path = UriBuilder.fromPath(RestApplication.class
                        .getAnnotation(ApplicationPath.class)
                        .value())
                .path(resource);
        return (method.isAnnotationPresent(Path.class) ? path.path(method) : path).toTemplate();
    }

    private record Route(String template) implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext call) {
            call.setProperty(Tracing.ROUTE, template);
        }
    }
}
