package dev.elasticrecognition.web.upload;

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
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes pictures in, as a form, as a raw body, or as data URLs in JSON. */
@Path("recognitions")
@ApplicationScoped
@Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, ProblemDocument.MEDIA_TYPE})
public class UploadResource {

    @Context
    Providers providers;

    @Context
    UriInfo here;

    @Inject
    UploadGate gate;

    @Inject
    ReceiveImages receive;

    @Inject
    ImageDocuments imageDocuments;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Takes pictures, the form's parts 'image'; with 'wait', answers with their labels")
    public CompletionStage<Response> form(@Context HttpServletRequest request, @BeanParam OfferParameters parameters)
            throws IOException {
        return gate.pass(() -> receive.form(request, parameters, providers).answer(here.getBaseUri()));
    }

    @POST
    @Consumes({"image/*", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(summary = "Takes a picture, the body; with 'wait', answers with its label")
    public CompletionStage<Response> raw(InputStream body, @BeanParam OfferParameters parameters) throws IOException {
        return gate.pass(() -> {
            UploadedImages images = receive.images(parameters, providers);
            images.take(null, body);
            return images.answer(here.getBaseUri());
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes pictures as data URLs; with 'wait', answers with their labels")
    public CompletionStage<Response> json(InputStream body, @BeanParam OfferParameters parameters) throws IOException {
        return gate.pass(() -> {
            UploadedImages images = receive.images(parameters, providers);
            imageDocuments.read(body, images::take);
            return images.answer(here.getBaseUri());
        });
    }
}
