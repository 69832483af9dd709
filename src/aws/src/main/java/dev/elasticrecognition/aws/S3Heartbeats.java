package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.fleet.Heartbeat;
import dev.elasticrecognition.domain.fleet.Heartbeats;
import dev.elasticrecognition.domain.fleet.SharedDocument.Version;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** Heartbeats as objects {@code workers/<instance>.json}, written over and over. */
final class S3Heartbeats implements Heartbeats {

    private static final JsonFolder FOLDER = new JsonFolder("workers/");

    private final S3Documents<Heartbeat> documents;

    S3Heartbeats(S3Client s3, String bucket) {
        this.documents = new S3Documents<>(s3, bucket, Heartbeat.class);
    }

    @Override
    public void send(Heartbeat heartbeat) {
        documents.put(FOLDER.key(heartbeat.instance()), heartbeat);
    }

    @Override
    public Optional<Heartbeat> find(String instance) {
        return documents.find(FOLDER.key(instance)).map(Version::value);
    }

    @Override
    public void forget(String instance) {
        documents.delete(FOLDER.key(instance));
    }
}
