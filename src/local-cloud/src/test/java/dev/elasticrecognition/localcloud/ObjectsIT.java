package dev.elasticrecognition.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.ObjectStorageClass;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** What is an object, and what only lies beside it. */
class ObjectsIT {

    private static final String BUCKET = "bucket";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path data;

    @Test
    void whatIsBeingWrittenIsNoObjectYet() throws IOException {
        try (CloudProcess cloud = CloudProcess.start(data);
                S3Client s3 = cloud.s3()) {
            s3.createBucket(create -> create.bucket(BUCKET));
            HttpURLConnection upload = upload(presigned(cloud, "slow"), 8);
            try (OutputStream content = upload.getOutputStream()) {
                content.write("cont".getBytes(StandardCharsets.UTF_8));
                content.flush();
                await().atMost(PATIENCE).until(() -> files() == 1);

                assertThat(keys(s3)).isEmpty();

                content.write("ent!".getBytes(StandardCharsets.UTF_8));
            }
            assertThat(upload.getResponseCode()).isEqualTo(200);
            assertThat(keys(s3)).containsExactly("slow");
        }
    }

    @Test
    void anObjectMayHaveTheNameOfWhatIsBeingWritten() throws IOException {
        try (CloudProcess cloud = CloudProcess.start(data);
                S3Client s3 = cloud.s3()) {
            s3.createBucket(create -> create.bucket(BUCKET));
            String put = "put-" + UUID.randomUUID();
            String copy = "copy-" + UUID.randomUUID();
            String parts = "parts-" + UUID.randomUUID();

            put(s3, put, "content");
            s3.copyObject(request -> request.sourceBucket(BUCKET)
                    .sourceKey(put)
                    .destinationBucket(BUCKET)
                    .destinationKey(copy));
            putInParts(s3, parts);

            assertThat(keys(s3)).containsExactly(copy, parts, put);
        }
    }

    @Test
    void whatIsListedIsWhatThereIs() throws IOException {
        try (CloudProcess cloud = CloudProcess.start(data);
                S3Client s3 = cloud.s3()) {
            s3.createBucket(create -> create.bucket(BUCKET));
            put(s3, "a", "first");
            put(s3, "a", "the second");
            put(s3, "b", "to be deleted");
            s3.deleteObject(delete -> delete.bucket(BUCKET).key("b"));

            HeadObjectResponse head =
                    s3.headObject(object -> object.bucket(BUCKET).key("a"));
            assertThat(s3.listObjectsV2(list -> list.bucket(BUCKET)).contents())
                    .singleElement()
                    .satisfies(listed -> {
                        assertThat(listed.key()).isEqualTo("a");
                        assertThat(listed.size()).isEqualTo(10);
                        assertThat(listed.eTag()).isEqualTo(head.eTag());
                        assertThat(listed.lastModified()).isEqualTo(head.lastModified());
                        assertThat(listed.storageClass()).isEqualTo(ObjectStorageClass.STANDARD);
                    });
            s3.deleteObject(delete -> delete.bucket(BUCKET).key("a"));
            s3.deleteBucket(delete -> delete.bucket(BUCKET));
            assertThatThrownBy(() -> keys(s3)).isInstanceOf(NoSuchBucketException.class);
            s3.createBucket(create -> create.bucket(BUCKET));
            assertThat(keys(s3)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 1000})
    void pagesAreOfOneListing(int size) throws IOException {
        try (CloudProcess cloud = CloudProcess.start(data);
                S3Client s3 = cloud.s3()) {
            s3.createBucket(create -> create.bucket(BUCKET));
            List.of("a", "b/1", "b/2", "b0", "b/c/3", "d").forEach(key -> put(s3, key, key));

            assertThat(names(s3, size, list -> {})).containsExactly("a", "b/1", "b/2", "b/c/3", "b0", "d");
            assertThat(names(s3, size, list -> list.delimiter("/"))).containsExactlyInAnyOrder("a", "b/", "b0", "d");
            assertThat(names(s3, size, list -> list.prefix("b/").delimiter("/")))
                    .containsExactlyInAnyOrder("b/1", "b/2", "b/c/");
            assertThat(names(s3, size, list -> list.prefix("b"))).containsExactly("b/1", "b/2", "b/c/3", "b0");
            assertThat(names(s3, size, list -> list.startAfter("b/1"))).containsExactly("b/2", "b/c/3", "b0", "d");
            assertThat(names(s3, size, list -> list.prefix("e"))).isEmpty();
        }
    }

    @Test
    void aPageMayBeToBeEmpty() throws IOException {
        try (CloudProcess cloud = CloudProcess.start(data);
                S3Client s3 = cloud.s3()) {
            s3.createBucket(create -> create.bucket(BUCKET));
            put(s3, "a", "a");

            ListObjectsV2Response page =
                    s3.listObjectsV2(list -> list.bucket(BUCKET).maxKeys(0));

            assertThat(page.contents()).isEmpty();
            assertThat(page.isTruncated()).isFalse();
        }
    }

    private static void put(S3Client s3, String key, String content) {
        s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromString(content));
    }

    /** Keys and common prefixes of all pages. */
    private static List<String> names(S3Client s3, int size, Consumer<ListObjectsV2Request.Builder> what) {
        return s3
                .listObjectsV2Paginator(list -> {
                    list.bucket(BUCKET).maxKeys(size);
                    what.accept(list);
                })
                .stream()
                .peek(page -> assertThat(
                                page.contents().size() + page.commonPrefixes().size())
                        .isLessThanOrEqualTo(size))
                .flatMap(page -> Stream.concat(
                        page.contents().stream().map(S3Object::key),
                        page.commonPrefixes().stream().map(CommonPrefix::prefix)))
                .toList();
    }

    private static void putInParts(S3Client s3, String key) {
        String upload = s3.createMultipartUpload(create -> create.bucket(BUCKET).key(key))
                .uploadId();
        String tag = s3.uploadPart(
                        part -> part.bucket(BUCKET).key(key).uploadId(upload).partNumber(1),
                        RequestBody.fromString("content"))
                .eTag();
        CompletedPart part = CompletedPart.builder().partNumber(1).eTag(tag).build();
        s3.completeMultipartUpload(
                complete -> complete.bucket(BUCKET).key(key).uploadId(upload).multipartUpload(all -> all.parts(part)));
    }

    private static List<String> keys(S3Client s3) {
        return s3.listObjectsV2(list -> list.bucket(BUCKET)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** Where an object can be put without that its whole content is known before. */
    private static URI presigned(CloudProcess cloud, String key) {
        try (S3Presigner presigner = S3Presigner.builder()
                .endpointOverride(cloud.endpoint("s3"))
                .region(Region.US_EAST_1)
                .credentialsProvider(cloud.credentials())
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build()) {
            return URI.create(presigner
                    .presignPutObject(sign -> sign.signatureDuration(PATIENCE)
                            .putObjectRequest(put -> put.bucket(BUCKET).key(key)))
                    .url()
                    .toString());
        }
    }

    private static HttpURLConnection upload(URI to, int length) throws IOException {
        HttpURLConnection upload = (HttpURLConnection) to.toURL().openConnection();
        upload.setRequestMethod("PUT");
        upload.setRequestProperty("Content-Type", "application/octet-stream");
        upload.setDoOutput(true);
        upload.setFixedLengthStreamingMode(length);
        return upload;
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.count();
        }
    }

    private Path folder() {
        return data.resolve("s3").resolve(BUCKET);
    }
}
