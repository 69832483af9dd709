package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.fleet.SharedDocument;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * A shared document as one JSON object, guarded by conditional writes ({@code If-Match} with the entity tag that was
 * read, {@code If-None-Match: *} for the first). S3 reads what was written last.
 *
 * <p>The SDK repeats a request whose answer was lost, and then its own first attempt is in the way. So a write that is
 * refused looks what is there, and if that is what was to be written, all is well. If others have written over it by then,
 * it counts as never written, although they may have read it.
 *
 * <p>The entity tag is a digest of the content: versions that say the same have the same tag. Where that matters, let the
 * document count its writes.
 *
 * @param <T> what the document says
 */
final class S3SharedDocument<T extends Record> implements SharedDocument<T> {

    private final S3Documents<T> documents;
    private final String key;

    S3SharedDocument(S3Client s3, String bucket, String key, Class<T> type) {
        this.documents = new S3Documents<>(s3, bucket, type);
        this.key = key;
    }

    @Override
    public Optional<Version<T>> read() {
        return documents.find(key);
    }

    @Override
    public Optional<Version<T>> write(T value, Optional<Version<T>> read) {
        return documents
                .putIf(put -> unchangedSince(read, put), key, value)
                .or(() -> read().filter(present -> present.value().equals(value)));
    }

    private static <T> void unchangedSince(Optional<Version<T>> read, PutObjectRequest.Builder put) {
        read.ifPresentOrElse(version -> put.ifMatch(version.tag()), () -> put.ifNoneMatch("*"));
    }
}
