package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.fleet.SharedDocument.Version;
import dev.elasticrecognition.domain.recognition.Claim;
import dev.elasticrecognition.domain.recognition.Claims;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** Claims as objects {@code claims/<name>.json}, each written over nothing, or over the claim that it replaces. */
final class S3Claims implements Claims {

    private static final JsonFolder FOLDER = new JsonFolder("claims/");

    private final S3Documents<Claim> documents;

    S3Claims(S3Client s3, String bucket) {
        this.documents = new S3Documents<>(s3, bucket, Claim.class);
    }

    /** A claim that couldn't be made, and then isn't there, was forgotten at that very moment. */
    @Override
    public Claim claim(String name, Claim claim, Optional<Claim> over) {
        String key = FOLDER.key(name);
        return (over.isEmpty()
                        ? documents.putIf(put -> put.ifNoneMatch("*"), key, claim)
                        : replace(key, claim, over.get()))
                .or(() -> documents.find(key))
                .map(Version::value)
                .orElseGet(() -> claim(name, claim, Optional.empty()));
    }

    @Override
    public void forgetBefore(Instant time) {
        documents.deleteBefore(FOLDER, time);
    }

    private Optional<Version<Claim>> replace(String key, Claim claim, Claim over) {
        return documents
                .find(key)
                .filter(present -> present.value().equals(over))
                .flatMap(present -> documents.putIf(put -> put.ifMatch(present.tag()), key, claim));
    }
}
