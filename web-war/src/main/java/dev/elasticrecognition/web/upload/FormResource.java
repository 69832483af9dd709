package dev.elasticrecognition.web.upload;

import dev.elasticrecognition.web.pages.SentForm;
import dev.elasticrecognition.web.problems.ProblemDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes pictures in from a browser that runs no scripts: the same form, answered with the address of a page. */
@Path("recognitions")
@ApplicationScoped
public class FormResource {

    /** Whoever takes anything gets a document. */
    private static final String PAGE = MediaType.TEXT_HTML + ";qs=0.1";

    @Context
    Providers providers;

    @Context
    UriInfo here;

    @Inject
    UploadGate gate;

    @Inject
    ReceiveImages receive;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(PAGE)
    @Operation(hidden = true)
    public CompletionStage<Response> form(@Context HttpServletRequest request, @BeanParam OfferParameters parameters)
            throws IOException {
        try {
            URI api = here.getBaseUri();
            return gate.pass(() -> receive.form(request, parameters, providers))
                    .documents()
                    .thenApply(files -> goTo(SentForm.results(files), api));
        } catch (RuntimeException refusal) {
            return CompletableFuture.completedFuture(
                    goTo(SentForm.back(ProblemDocument.of(refusal, providers).type()), here.getBaseUri()));
        }
    }

    private static Response goTo(URI page, URI api) {
        return Response.seeOther(api.resolve(page)).build();
    }
}
