package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.deadletters.CountDeadLetters;
import dev.elasticrecognition.domain.deadletters.DeadLetters;
import dev.elasticrecognition.domain.deadletters.DiscardDeadLetter;
import dev.elasticrecognition.domain.deadletters.ListDeadLetters;
import dev.elasticrecognition.domain.deadletters.RedriveDeadLetters;
import dev.elasticrecognition.domain.deadletters.RedriveDeadLetters.Outcome;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.telemetry.LogFields;
import dev.elasticrecognition.web.RestApplication;
import dev.elasticrecognition.web.access.CallerAuthentication;
import dev.elasticrecognition.web.problems.ProblemDocument;
import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import dev.elasticrecognition.web.results.Cursor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** The requests that were given up, and what operators decide about them. */
@Path("fleet/dead-letters")
@ApplicationScoped
@RolesAllowed(CallerAuthentication.OPERATOR)
@SecurityRequirement(name = RestApplication.OPERATOR_SCHEME)
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public class DeadLettersResource {

    @Inject
    DeadLetters deadLetters;

    @Inject
    ListDeadLetters listDeadLetters;

    @Inject
    CountDeadLetters countDeadLetters;

    @Inject
    RedriveDeadLetters redriveDeadLetters;

    @Inject
    DiscardDeadLetter discardDeadLetter;

    @GET
    @Operation(summary = "Lists requests that were given up, newest first; the header 'Link' leads to older ones")
    public Response list(
            @QueryParam("cursor") Cursor cursor,
            @QueryParam("limit") @DefaultValue("50") PageSize limit,
            @Context UriInfo here) {
        ListDeadLetters.Page page =
                listDeadLetters.page(Optional.ofNullable(cursor).map(Cursor::after), limit.items());
        Optional<URI> next = page.next().map(after -> next(after, limit, here));
        Response.ResponseBuilder answer = Response.ok(DeadLettersDocument.of(page, next, here))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
        next.ifPresent(uri -> answer.link(uri, "next"));
        return answer.build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Tells why a request was given up")
    public DeadLetterDocument deadLetter(@PathParam("id") String id, @Context UriInfo here) {
        return RequestId.parse(id)
                .flatMap(deadLetters::find)
                .map(letter -> DeadLetterDocument.of(letter, here))
                .orElseThrow(() -> unknown(id));
    }

    @POST
    @Path("{id}/redrive")
    @Operation(summary = "Sends a request that was given up to the workers again, under its id")
    public Response redrive(@PathParam("id") String id, @Context SecurityContext caller) {
        RequestId.parse(id).ifPresent(LogFields::request);
        Outcome outcome = RequestId.parse(id)
                .flatMap(request -> redriveDeadLetters.redrive(request, name(caller)))
                .orElseThrow(() -> unknown(id));
        if (outcome == Outcome.ANSWERED_BEFORE) {
            throw new ProblemException(
                    ProblemType.ALREADY_ANSWERED, "It was redriven before and has an answer; the dead letter is gone.");
        }
        return Response.accepted().build();
    }

    @POST
    @Path("redrive")
    @Operation(summary = "Sends the newest requests that were given up to the workers again")
    public RedrivenDocument redriveAll(
            @QueryParam("limit") @DefaultValue("100") PageSize limit, @Context SecurityContext caller) {
        List<Outcome> outcomes = redriveDeadLetters.redriveAll(limit.items(), name(caller));
        return RedrivenDocument.of(outcomes, countDeadLetters.count());
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Discards a dead letter; its request has failed for good")
    public void discard(@PathParam("id") String id, @Context SecurityContext caller) {
        RequestId.parse(id).ifPresent(LogFields::request);
        if (!RequestId.parse(id)
                .map(request -> discardDeadLetter.discard(request, name(caller)))
                .orElse(false)) {
            throw unknown(id);
        }
    }

    private static URI next(RequestId after, PageSize limit, UriInfo here) {
        return here.getAbsolutePathBuilder()
                .queryParam("cursor", after.value())
                .queryParam("limit", limit.items())
                .build();
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(
                ProblemType.DEAD_LETTER_UNKNOWN,
                "There is no dead letter of a request '%s'. GET /api/fleet/dead-letters tells which there are."
                        .formatted(id));
    }

    private static String name(SecurityContext caller) {
        return caller.getUserPrincipal().getName();
    }
}
