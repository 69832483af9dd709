package dev.elasticrecognition.web.events;

import dev.elasticrecognition.domain.recognition.RequestState;
import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import dev.elasticrecognition.web.results.Requests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tells results as they come. */
@Path("recognitions/events")
@ApplicationScoped
public class EventsResource {

    private static final int MOST = 100;

    @Inject
    Requests requests;

    @Inject
    EventStreams streams;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "Tells the results of requests as they come, as server-sent events")
    public void events(
            @QueryParam("id") List<String> ids,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @DefaultValue("") String lastEventId,
            @Context SseEventSink client,
            @Context Sse sse) {
        if (ids.isEmpty() || ids.size() > MOST) {
            throw new ProblemException(
                    ProblemType.INVALID_IDS,
                    "Name 1 to %d requests, each in a parameter 'id' of its own.".formatted(MOST));
        }
        List<String> followed = ids.stream().distinct().toList();
        List<RequestState> states = requests.states(followed);
        Told told = Told.parse(lastEventId, followed.size());
        if (told.isAll()) {
            throw new WebApplicationException(Response.noContent().build());
        }
        streams.begin(states, told, client, sse);
    }
}
