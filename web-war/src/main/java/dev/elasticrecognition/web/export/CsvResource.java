package dev.elasticrecognition.web.export;

import dev.elasticrecognition.domain.recognition.ListRequests;
import dev.elasticrecognition.web.problems.Places;
import dev.elasticrecognition.web.problems.Places.Place;
import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import dev.elasticrecognition.web.results.Answers;
import dev.elasticrecognition.web.results.FilterParameters;
import dev.elasticrecognition.web.results.Requests;
import dev.elasticrecognition.web.results.ResultsSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** All requests, newest first, or those that are named, in their order, as a table in CSV. */
@Path("recognitions.csv")
@ApplicationScoped
public class CsvResource {

    private static final String MEDIA_TYPE = "text/csv;charset=UTF-8;header=present";

    /** Their ids make an address that servers take. */
    private static final int MOST_CHOSEN = 500;

    @Inject
    ListRequests listRequests;

    @Inject
    Requests requests;

    @Inject
    Answers answers;

    @Inject
    ResultsSettings settings;

    private Places exports;

    @PostConstruct
    void makePlaces() {
        exports = new Places(settings.exports(), "exports");
    }

    @GET
    @Produces(MEDIA_TYPE)
    @Operation(summary = "Exports requests as a table, newest first")
    public Response export(
            @QueryParam("id") List<String> ids,
            @QueryParam("limit") @DefaultValue("10000") ExportLimit limit,
            @BeanParam FilterParameters parameters) {
        return Response.ok(ids.isEmpty() ? begin(parameters, limit) : chosen(ids), MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"recognitions.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private StreamingOutput chosen(List<String> ids) {
        if (ids.size() > MOST_CHOSEN) {
            throw new ProblemException(
                    ProblemType.INVALID_IDS,
                    "Name %d requests at most, each in a parameter 'id' of its own.".formatted(MOST_CHOSEN));
        }
        Place place = exports.take();
        try {
            return CsvExport.of(requests.states(ids.stream().distinct().toList()).stream()
                    .map(answers::document)
                    .toList());
        } finally {
            place.close();
        }
    }

    private CsvExport begin(FilterParameters parameters, ExportLimit limit) {
        Place place = exports.take();
        try {
            return new CsvExport(listRequests, answers, parameters.filter(), limit.items(), place);
        } catch (RuntimeException e) {
            place.close();
            throw e;
        }
    }
}
