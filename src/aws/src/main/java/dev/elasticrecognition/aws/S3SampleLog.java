package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.history.Sample;
import dev.elasticrecognition.domain.history.SampleLog;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.s3.S3Client;

/** The history's samples, many together, as objects {@code history/<time>-<id>.json}. */
final class S3SampleLog implements SampleLog {

    private final S3TimeFolder<Entry> folder;

    S3SampleLog(S3Client s3, String bucket) {
        this.folder = new S3TimeFolder<>(s3, bucket, "history/", Entry.class);
    }

    @Override
    public void add(Instant at, List<Sample> samples) {
        folder.add(at, UUID.randomUUID().toString(), new Entry(samples));
    }

    @Override
    public List<Sample> since(Instant start) {
        return folder.since(start).stream()
                .flatMap(entry -> entry.samples().stream())
                .toList();
    }

    @Override
    public void forgetBefore(Instant start) {
        folder.forgetBefore(start);
    }

    /** The JSON shape; public because JSON-B asks for it. */
    public record Entry(List<Sample> samples) {

        public Entry {
            samples = List.copyOf(samples);
        }
    }
}
