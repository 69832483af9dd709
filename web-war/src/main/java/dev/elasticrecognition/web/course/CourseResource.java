package dev.elasticrecognition.web.course;

import dev.elasticrecognition.domain.recognition.Offer;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Failed;
import dev.elasticrecognition.domain.recognition.RecognitionResult.Recognized;
import dev.elasticrecognition.domain.recognition.RequestState;
import dev.elasticrecognition.domain.recognition.RequestState.Answered;
import dev.elasticrecognition.web.problems.ProblemDocument;
import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import dev.elasticrecognition.web.upload.ImageForm;
import dev.elasticrecognition.web.upload.Sender;
import dev.elasticrecognition.web.upload.TakeImages;
import dev.elasticrecognition.web.upload.UploadGate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Answers the course's clients. A picture in the part {@code myfile} is answered with its label; one in {@code inputFile}
 * with {@code <file name without its ending>:<label>}.
 */
@Path("course")
@ApplicationScoped
@Produces({CourseResource.TEXT, ProblemDocument.MEDIA_TYPE})
public class CourseResource {

    static final String TEXT = MediaType.TEXT_PLAIN + ";charset=UTF-8";

    private static final String NAMED = "inputFile";
    private static final Set<String> PARTS = Set.of("myfile", NAMED);

    @Inject
    UploadGate gate;

    @Inject
    TakeImages takeImages;

    @Inject
    @ConfigProperty(name = "elastic.course.patience")
    Duration patience;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public CompletionStage<Response> label(@Context HttpServletRequest request) throws IOException {
        return gate.pass(() -> {
            FileItemInput image = new ImageForm(request, PARTS).first();
            Offer offer = new Offer(Sender.of(request).client(), Optional.empty(), Optional.empty(), false);
            boolean named = NAMED.equals(image.getFieldName());
            return takeImages
                    .take(offer, image.getName(), image.getInputStream(), patience)
                    .thenApply(state -> response(state, named));
        });
    }

    private Response response(RequestState state, boolean named) {
        if (state instanceof Answered answered) {
            return response(answered.result(), named);
        }
        throw new ProblemException(
                ProblemType.ANSWER_LATE, "There was no answer within %s; it will come. Ask later.".formatted(patience));
    }

    private static Response response(RecognitionResult result, boolean named) {
        return result instanceof Failed failed
                ? ProblemDocument.of(failed.problem(), failed.id()).response()
                : Response.ok(text((Recognized) result, named), TEXT).build();
    }

    private static String text(Recognized result, boolean named) {
        String label = result.top().label();
        return named ? withoutEnding(result.image().fileName()) + ":" + label : label;
    }

    private static String withoutEnding(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
