package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.recognition.ImageType;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.SubmittedImage;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** A picture as messages and results name it: the key in the input bucket, and what is known of the file. */
@JsonbPropertyOrder({"key", "fileName", "type", "size", "sha256"})
public record ImageDocument(String key, String fileName, String type, long size, String sha256) {

    static ImageDocument of(RequestId id, SubmittedImage image) {
        return new ImageDocument(id.value(), image.fileName(), image.type().mediaType(), image.size(), image.sha256());
    }

    RequestId id() {
        return new RequestId(key);
    }

    SubmittedImage image() {
        return new SubmittedImage(fileName, ImageType.ofMediaType(type), size, sha256);
    }
}
