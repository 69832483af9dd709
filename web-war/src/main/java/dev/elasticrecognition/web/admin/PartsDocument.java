package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.parts.Part;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;

/**
 * How the parts are that the service stands on.
 *
 * @param at when it was asked, ISO 8601, UTC
 */
@JsonbPropertyOrder({"at", "parts"})
public record PartsDocument(String at, List<PartDocument> parts) {

    static PartsDocument of(Instant at, List<Part> parts) {
        return new PartsDocument(
                at.toString(), parts.stream().map(PartDocument::of).toList());
    }

    /**
     * How one is.
     *
     * @param state {@code ok}, {@code failing} or {@code unknown}
     * @param since ISO 8601, UTC; absent if it isn't known
     */
    @JsonbPropertyOrder({"name", "state", "since", "sentence"})
    public record PartDocument(String name, String state, String since, String sentence) {

        static PartDocument of(Part part) {
            return new PartDocument(
                    part.name(),
                    Words.of(part.state()),
                    part.since().map(Instant::toString).orElse(null),
                    part.sentence());
        }
    }
}
