package dev.elasticrecognition.localcloud;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Lists objects only. S3Proxy lists also what it has begun to write. */
final class FinishedObjects extends ForwardingBlobStore {

    private final ObjectNames names;

    FinishedObjects(BlobStore store, ObjectNames names) {
        super(store);
        this.names = names;
    }

    /**
     * Deletes what is not finished, while nothing is being written.
     *
     * @param folder of all buckets
     */
    static void deleteOthers(Path folder, ObjectNames names) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path path = folder.relativize(file);
                String bucket = path.getName(0).toString();
                if (!names.isObject(bucket, path.getName(0).relativize(path).toString())) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** A page that isn't the last has something in it, as S3's have. */
    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        ListObjectsV2Response page = page(request);
        while (page.contents().isEmpty() && page.commonPrefixes().isEmpty() && page.nextContinuationToken() != null) {
            page = page(request.toBuilder()
                    .continuationToken(page.nextContinuationToken())
                    .build());
        }
        return page;
    }

    private ListObjectsV2Response page(ListObjectsV2Request request) {
        ListObjectsV2Response page = super.list(request);
        List<S3Object> objects = page.contents().stream()
                .filter(object -> names.isObject(request.bucket(), object.key()))
                .toList();
        return page.toBuilder().contents(objects).build();
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        names.register(request.bucket(), request.key());
        return super.putBlob(request, content);
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        names.register(request.destinationBucket(), request.destinationKey());
        return super.copyBlob(request);
    }

    @Override
    public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
        names.register(request.bucket(), request.key());
        return super.initiateMultipartUpload(request);
    }
}
