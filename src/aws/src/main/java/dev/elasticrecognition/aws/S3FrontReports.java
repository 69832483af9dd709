package dev.elasticrecognition.aws;

import static dev.elasticrecognition.aws.Calls.call;

import dev.elasticrecognition.domain.fleet.FrontReport;
import dev.elasticrecognition.domain.fleet.FrontReports;
import dev.elasticrecognition.domain.fleet.SharedDocument.Version;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The reports of front ends as objects {@code fronts/<front>.json}, written over and over. */
final class S3FrontReports implements FrontReports {

    private static final JsonFolder FOLDER = new JsonFolder("fronts/");

    private final S3Client s3;
    private final String bucket;
    private final S3Documents<FrontReport> documents;

    S3FrontReports(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
        this.documents = new S3Documents<>(s3, bucket, FrontReport.class);
    }

    @Override
    public void send(FrontReport report) {
        documents.put(FOLDER.key(report.front()), report);
    }

    @Override
    public List<FrontReport> all() {
        return keys().stream()
                .map(documents::find)
                .flatMap(Optional::stream)
                .map(Version::value)
                .toList();
    }

    @Override
    public void forget(String front) {
        documents.delete(FOLDER.key(front));
    }

    private List<String> keys() {
        return call(
                "list the front ends in bucket " + bucket,
                () -> s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(FOLDER.prefix())).contents().stream()
                        .map(S3Object::key)
                        .toList());
    }
}
