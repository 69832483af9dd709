package dev.elasticrecognition.web.results;

import dev.elasticrecognition.domain.recognition.ListRequests;
import dev.elasticrecognition.domain.recognition.ListRequests.Page;
import dev.elasticrecognition.domain.recognition.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** All requests, newest first. */
@Path("recognitions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ListingResource {

    @Inject
    ListRequests listRequests;

    @Inject
    Answers answers;

    @GET
    @Operation(summary = "Lists requests, newest first; the header 'Link' leads to older ones")
    public Response list(
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue("20") PageLimit limit,
            @BeanParam FilterParameters parameters,
            @Context UriInfo here) {
        Page page = listRequests.page(
                parameters.filter(), Optional.ofNullable(cursor).map(Cursor::after), limit.items());
        Optional<URI> next = page.next().map(after -> next(after, limit, parameters, here));
        Response.ResponseBuilder answer =
                Response.ok(document(page, next)).header(HttpHeaders.CACHE_CONTROL, "private, no-store");
        next.ifPresent(uri -> answer.link(uri, "next"));
        return answer.build();
    }

    private RecognitionsDocument document(Page page, Optional<URI> next) {
        List<RecognitionDocument> requests =
                page.requests().stream().map(answers::document).toList();
        return new RecognitionsDocument(requests, next.map(URI::toString).orElse(null));
    }

    private static URI next(RequestId after, PageLimit limit, FilterParameters parameters, UriInfo here) {
        return parameters.link(here.getAbsolutePathBuilder()
                .queryParam("cursor", after.value())
                .queryParam("limit", limit.items()));
    }
}
