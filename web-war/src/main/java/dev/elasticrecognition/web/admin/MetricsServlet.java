package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.fleet.FleetView;
import dev.elasticrecognition.web.access.CallerAuthentication;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * Hands out the metrics of this front end and of the fleet, in Prometheus' text form or OpenMetrics', as the scraper asks.
 * As long as this front end has seen no fleet there are none of it.
 */
@WebServlet("/metrics")
@ServletSecurity(@HttpConstraint(rolesAllowed = CallerAuthentication.OPERATOR))
public class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final ExpositionFormats FORMATS = ExpositionFormats.init();

    @Inject
    transient FleetView fleetView;

    @Inject
    transient FrontMetrics frontMetrics;

    @Inject
    transient DeadLetterMetrics deadLetterMetrics;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ExpositionFormatWriter writer = FORMATS.findWriter(request.getHeader(HttpHeaders.ACCEPT));
        response.setContentType(writer.getContentType());
        writer.write(
                response.getOutputStream(),
                together(
                        fleetView.latest().map(FleetMetrics::of).orElseGet(MetricSnapshots::new),
                        frontMetrics.now(),
                        deadLetterMetrics.latest()));
    }

    private static MetricSnapshots together(MetricSnapshots... some) {
        return new MetricSnapshots(
                Stream.of(some).flatMap(MetricSnapshots::stream).toList());
    }
}
