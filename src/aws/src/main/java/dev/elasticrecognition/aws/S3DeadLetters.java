package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.deadletters.DeadLetter;
import dev.elasticrecognition.domain.deadletters.DeadLetters;
import dev.elasticrecognition.domain.fleet.SharedDocument.Version;
import dev.elasticrecognition.domain.recognition.RequestId;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** Dead letters as objects {@code dead/<request id>.json}. */
final class S3DeadLetters implements DeadLetters {

    private final S3Keys keys;
    private final S3Documents<DeadLetter> documents;

    S3DeadLetters(S3Client s3, String bucket) {
        this.keys = new S3Keys(s3, bucket, "dead/", ".json");
        this.documents = new S3Documents<>(s3, bucket, DeadLetter.class);
    }

    @Override
    public void put(DeadLetter letter) {
        documents.put(keys.key(letter.id()), letter);
    }

    @Override
    public Optional<DeadLetter> find(RequestId id) {
        return documents.find(keys.key(id)).map(Version::value);
    }

    @Override
    public List<RequestId> list(Optional<RequestId> after, int atMost) {
        return keys.list(after, atMost).stream().map(S3Keys.Named::id).toList();
    }

    @Override
    public void remove(RequestId id) {
        documents.delete(keys.key(id));
    }
}
