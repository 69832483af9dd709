package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.deadletters.ListDeadLetters.Page;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A page of requests that were given up.
 *
 * @param deadLetters newest request first
 * @param next where older ones are; absent on the last page
 */
@JsonbPropertyOrder({"deadLetters", "next"})
public record DeadLettersDocument(List<DeadLetterDocument> deadLetters, String next) {

    static DeadLettersDocument of(Page page, Optional<URI> next, UriInfo here) {
        return new DeadLettersDocument(
                page.letters().stream()
                        .map(letter -> DeadLetterDocument.of(letter, here))
                        .toList(),
                next.map(URI::toString).orElse(null));
    }
}
