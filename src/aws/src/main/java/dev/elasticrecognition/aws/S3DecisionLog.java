package dev.elasticrecognition.aws;

import dev.elasticrecognition.domain.fleet.DecisionLog;
import dev.elasticrecognition.domain.fleet.DecisionRecord;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** Decisions as objects {@code decisions/<time>-<id>.json}. */
final class S3DecisionLog implements DecisionLog {

    private final S3TimeFolder<DecisionRecord> folder;

    S3DecisionLog(S3Client s3, String bucket) {
        this.folder = new S3TimeFolder<>(s3, bucket, "decisions/", DecisionRecord.class);
    }

    @Override
    public void add(DecisionRecord decision) {
        folder.add(decision.observation().at(), decision.id(), decision);
    }

    @Override
    public Page page(Filter filter, Optional<String> cursor, int limit) {
        S3TimeFolder.Names names = folder.names(filter.from(), filter.to(), cursor, limit);
        return new Page(
                names.names().stream()
                        .map(folder::find)
                        .flatMap(Optional::stream)
                        .filter(filter::wantsActsOf)
                        .toList(),
                names.cursor());
    }

    @Override
    public void forgetBefore(Instant start) {
        folder.forgetBefore(start);
    }
}
