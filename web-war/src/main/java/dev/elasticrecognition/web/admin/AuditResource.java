package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.audit.AuditTrail;
import dev.elasticrecognition.domain.audit.AuditTrail.Page;
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

/** What operators did, the newest first. */
@Path("fleet/audit")
@ApplicationScoped
@RolesAllowed(CallerAuthentication.OPERATOR)
@SecurityRequirement(name = RestApplication.OPERATOR_SCHEME)
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public class AuditResource {

    @Inject
    AuditTrail auditTrail;

    @GET
    @Operation(summary = "Tells what operators did, newest first; the header 'Link' leads to what is older")
    public Response audit(
            @QueryParam("cursor") LogCursor cursor,
            @QueryParam("limit") @DefaultValue("50") PageSize limit,
            @Context UriInfo here) {
        Page page = auditTrail.page(Optional.ofNullable(cursor).map(LogCursor::value), limit.items());
        Optional<URI> next = Paging.next(page.next(), here);
        return Paging.answer(AuditDocument.of(page, next), next);
    }
}
