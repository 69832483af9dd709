package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.fleet.DecisionLog;
import dev.elasticrecognition.domain.fleet.DecisionLog.Filter;
import dev.elasticrecognition.domain.fleet.DecisionLog.Page;
import dev.elasticrecognition.web.RestApplication;
import dev.elasticrecognition.web.access.CallerAuthentication;
import dev.elasticrecognition.web.problems.ProblemDocument;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** What was decided for the fleet and why, the newest first. */
@Path("fleet/decisions")
@ApplicationScoped
@RolesAllowed(CallerAuthentication.OPERATOR)
@SecurityRequirement(name = RestApplication.OPERATOR_SCHEME)
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public class DecisionsResource {

    @Inject
    DecisionLog decisionLog;

    @GET
    @Operation(summary = "Tells decisions that had consequences, newest first; the header 'Link' leads to older ones")
    public Response decisions(
            @QueryParam("cursor") LogCursor cursor,
            @QueryParam("limit") @DefaultValue("50") PageSize limit,
            @QueryParam("from") Moment from,
            @QueryParam("to") Moment to,
            @QueryParam("acted") @DefaultValue("false") boolean acted,
            @Context UriInfo here) {
        Page page = decisionLog.page(
                new Filter(
                        Optional.ofNullable(from).map(Moment::at),
                        Optional.ofNullable(to).map(Moment::at),
                        acted),
                Optional.ofNullable(cursor).map(LogCursor::value),
                limit.items());
        Optional<URI> next = Paging.next(page.next(), here);
        return Paging.answer(DecisionsDocument.of(page, next), next);
    }
}
