package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.deadletters.DeadLetter;
import dev.elasticrecognition.web.results.ImageResource;
import dev.elasticrecognition.web.results.ResultsResource;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.UriInfo;

/**
 * A request that was given up.
 *
 * @param id the request's
 * @param fileName as the client gave it, cleaned
 * @param client stands for whoever sent it
 * @param reason why it was given up
 * @param receiveCount how often work on it was begun
 * @param submittedAt in ISO 8601, UTC
 * @param since when it was given up, in ISO 8601, UTC
 * @param recognition where the request is
 * @param image where its picture is
 */
@JsonbPropertyOrder({
    "id",
    "fileName",
    "client",
    "reason",
    "receiveCount",
    "submittedAt",
    "since",
    "recognition",
    "image"
})
public record DeadLetterDocument(
        String id,
        String fileName,
        String client,
        String reason,
        int receiveCount,
        String submittedAt,
        String since,
        String recognition,
        String image) {

    static DeadLetterDocument of(DeadLetter letter, UriInfo here) {
        return new DeadLetterDocument(
                letter.id().value(),
                letter.submission().image().fileName(),
                letter.submission().client(),
                letter.reason(),
                letter.receiveCount(),
                letter.id().time().toString(),
                letter.at().toString(),
                link(ResultsResource.class, letter, here),
                link(ImageResource.class, letter, here));
    }

    private static String link(Class<?> resource, DeadLetter letter, UriInfo here) {
        return here.getBaseUriBuilder()
                .path(resource)
                .build(letter.id().value())
                .toString();
    }
}
