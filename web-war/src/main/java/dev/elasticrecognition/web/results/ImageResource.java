package dev.elasticrecognition.web.results;

import dev.elasticrecognition.domain.recognition.ImageStore;
import dev.elasticrecognition.domain.recognition.OpenImage;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.SubmittedImage;
import dev.elasticrecognition.web.problems.Places;
import dev.elasticrecognition.web.problems.Places.Place;
import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Gives pictures back as they were sent. They come from anybody, so a browser is told to take them for pictures and for
 * nothing else. They never change, so whoever has one may keep it.
 */
@Path("recognitions/{id}/image")
@ApplicationScoped
public class ImageResource {

    /** Even if a browser took one for a page, that page could do nothing; the style is what browsers show pictures with. */
    private static final String POWERLESS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private static final String FOR_EVER = "private, max-age=31536000, immutable";

    @Inject
    ImageStore images;

    @Inject
    Requests requests;

    @Inject
    ResultsSettings settings;

    private Places downloads;

    @PostConstruct
    void makePlaces() {
        downloads = new Places(settings.downloads(), "downloads of pictures");
    }

    @GET
    @Produces("image/*")
    @Operation(summary = "Gives a picture back as it was sent")
    public Response image(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @DefaultValue("") KnownTags known)
            throws IOException {
        Download download = open(id);
        if (known.contain(tag(download.image()))) {
            download.close();
            return described(Response.notModified(), download.image());
        }
        return whole(Response.ok(download), download.image());
    }

    @HEAD
    @Produces("image/*")
    @Operation(summary = "Tells what a picture is")
    public Response head(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @DefaultValue("") KnownTags known)
            throws IOException {
        try (Download download = open(id)) {
            return known.contain(tag(download.image()))
                    ? described(Response.notModified(), download.image())
                    : whole(Response.ok(), download.image());
        }
    }

    private Download open(String id) {
        Place place = downloads.take();
        try {
            OpenImage open = RequestId.parse(id).flatMap(images::open).orElseThrow(() -> missing(id));
            return new Download(open, place);
        } catch (RuntimeException e) {
            place.close();
            throw e;
        }
    }

    private static Response whole(Response.ResponseBuilder answer, SubmittedImage image) {
        return described(
                answer.type(image.type().mediaType())
                        .header(HttpHeaders.CONTENT_LENGTH, image.size())
                        .header(HttpHeaders.CONTENT_DISPOSITION, FileNameHeader.inline(image.fileName()))
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", POWERLESS),
                image);
    }

    private static Response described(Response.ResponseBuilder answer, SubmittedImage image) {
        return answer.tag(tag(image))
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .build();
    }

    private static EntityTag tag(SubmittedImage image) {
        return new EntityTag(image.sha256());
    }

    /** A request that is known, but whose picture isn't there, was withdrawn. */
    private ProblemException missing(String id) {
        requests.state(id);
        return new ProblemException(ProblemType.IMAGE_GONE, "The picture was removed, and can't be had back.");
    }
}
