package dev.elasticrecognition.web.upload;

import dev.elasticrecognition.domain.recognition.AwaitResult;
import dev.elasticrecognition.domain.recognition.ExamineImage;
import dev.elasticrecognition.domain.recognition.ImageLimits;
import dev.elasticrecognition.domain.recognition.RecognitionRequest;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.ResponseQueue;
import dev.elasticrecognition.domain.recognition.SubmitImage;
import dev.elasticrecognition.domain.recognition.SubmittedImage;
import dev.elasticrecognition.telemetry.LogFields;
import dev.elasticrecognition.web.problems.ProblemDocument;
import dev.elasticrecognition.web.results.Answers;
import dev.elasticrecognition.web.results.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes pictures in, as a form or as a raw body. */
@Path("recognitions")
@ApplicationScoped
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public class UploadResource {

    @Inject
    ExamineImage examineImage;

    @Inject
    SubmitImage submitImage;

    @Inject
    AwaitResult awaitResult;

    @Inject
    ResponseQueue responseQueue;

    @Inject
    ImageLimits limits;

    @Inject
    InstantSource clock;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Takes a picture, the form's part 'image'; with 'wait', answers with its label")
    public CompletionStage<Response> form(
            @Context HttpServletRequest request, @QueryParam("wait") @DefaultValue("0") Patience patience)
            throws IOException {
        FileItemInput image = ImageForm.image(request);
        return take(image.getName(), image.getInputStream(), patience);
    }

    @POST
    @Consumes({"image/*", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(summary = "Takes a picture, the body; with 'wait', answers with its label")
    public CompletionStage<Response> raw(InputStream body, @QueryParam("wait") @DefaultValue("0") Patience patience)
            throws IOException {
        return take(null, body, patience);
    }

    private CompletionStage<Response> take(String fileName, InputStream body, Patience patience) throws IOException {
        byte[] content = read(body);
        SubmittedImage image = examineImage.examine(fileName, content);
        RecognitionRequest request =
                new RecognitionRequest(RequestId.at(clock.instant()), image, responseQueue.name(), "");
        LogFields.request(request.id());
        if (patience.isNone()) {
            submitImage.submit(request, content);
            return CompletableFuture.completedFuture(Answers.accepted(request));
        }
        return awaitResult
                .await(request.id(), patience.duration(), () -> submitImage.submit(request, content))
                .thenApply(result -> result.map(Answers::outcome).orElseGet(() -> Answers.accepted(request)));
    }

    /** Reads one byte more than is accepted, so that what is too large is seen without being held. */
    private byte[] read(InputStream body) throws IOException {
        try (body) {
            byte[] content = body.readNBytes(limits.maxBytes() + 1);
            limits.checkSize(content.length);
            return content;
        }
    }
}
