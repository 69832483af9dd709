package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.audit.AuditEntry;
import dev.elasticrecognition.domain.audit.AuditTrail;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** What operators did as objects {@code audit/<time>-<id>.json}, which are never written over. */
final class S3AuditTrail implements AuditTrail {

    private final S3TimeFolder<AuditEntry> folder;

    S3AuditTrail(S3Client s3, String bucket) {
        this.folder = new S3TimeFolder<>(s3, bucket, "audit/", AuditEntry.class);
    }

    @Override
    public void add(AuditEntry entry) {
        folder.addOnce(entry.at(), entry.id(), entry);
    }

    @Override
    public Page page(Optional<String> cursor, int limit) {
        S3TimeFolder.Names names = folder.names(cursor, limit);
        return new Page(
                names.names().stream()
                        .map(folder::find)
                        .flatMap(Optional::stream)
                        .toList(),
                names.cursor());
    }

    @Override
    public void forgetBefore(Instant start) {
        folder.forgetBefore(start);
    }
}
