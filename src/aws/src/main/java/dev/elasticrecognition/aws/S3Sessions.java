package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.access.Session;
import dev.elasticrecognition.domain.access.Sessions;
import dev.elasticrecognition.domain.fleet.SharedDocument.Version;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** Sessions as objects {@code sessions/<name>.json}; each is written over only as it was read. */
final class S3Sessions implements Sessions {

    private static final JsonFolder FOLDER = new JsonFolder("sessions/");

    private final S3Documents<Session> documents;

    S3Sessions(S3Client s3, String bucket) {
        this.documents = new S3Documents<>(s3, bucket, Session.class);
    }

    @Override
    public void begin(String name, Session session) {
        documents.put(FOLDER.key(name), session);
    }

    @Override
    public Optional<Session> find(String name) {
        return documents.find(FOLDER.key(name)).map(Version::value);
    }

    @Override
    public void replace(String name, Session read, Session by) {
        String key = FOLDER.key(name);
        documents
                .find(key)
                .filter(present -> present.value().equals(read))
                .ifPresent(present -> documents.putIf(put -> put.ifMatch(present.tag()), key, by));
    }

    @Override
    public void end(String name) {
        documents.delete(FOLDER.key(name));
    }

    @Override
    public void forgetBefore(Instant time) {
        documents.deleteBefore(FOLDER, time);
    }
}
