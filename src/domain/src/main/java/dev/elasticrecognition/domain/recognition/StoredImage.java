package dev.elasticrecognition.domain.recognition;

import java.util.Objects;

/**
 * A picture that is in its store.
 *
 * @param id of its request
 * @param tag what the store has to say of the content: pictures with the same tag have, as a rule, the same content, and
 *     those with different tags may have it too
 */
public record StoredImage(RequestId id, String tag) {

    public StoredImage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tag, "tag");
    }
}
