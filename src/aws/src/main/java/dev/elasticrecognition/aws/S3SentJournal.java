package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.ledger.SentJournal;
import dev.elasticrecognition.domain.ledger.SentRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.s3.S3Client;

/** The journal's entries as objects {@code sent/<time>-<id>.json}. */
final class S3SentJournal implements SentJournal {

    private final S3TimeFolder<Entry> folder;

    S3SentJournal(S3Client s3, String bucket) {
        this.folder = new S3TimeFolder<>(s3, bucket, "sent/", Entry.class);
    }

    @Override
    public void write(Instant at, List<SentRequest> sent) {
        folder.add(at, UUID.randomUUID().toString(), new Entry(sent));
    }

    @Override
    public List<SentRequest> since(Instant time) {
        return folder.since(time).stream()
                .flatMap(entry -> entry.sent().stream())
                .toList();
    }

    @Override
    public void forgetBefore(Instant time) {
        folder.forgetBefore(time);
    }

    /** The JSON shape; public because JSON-B asks for it. */
    public record Entry(List<SentRequest> sent) {}
}
