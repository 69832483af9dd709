package dev.elasticrecognition.localcloud;

import java.io.InputStream;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectStorageClass;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Lists objects from memory. S3Proxy reads the whole folder of a bucket for each page, and lists also what it has only begun to
 * write. An object's entry is read again after every change of it, by one thread at a time, so that none is older than the last
 * change that was answered. Takes some 300 bytes an object. What is there at the start is read in the background, a tenth of a
 * millisecond an object; who lists or changes something in a bucket waits until that is done.
 */
final class ObjectIndex extends ForwardingBlobStore {

    private static final String STANDARD = ObjectStorageClass.STANDARD.toString();

    private final ObjectNames names;
    private final Map<String, CompletableFuture<NavigableMap<String, S3Object>>> buckets = new ConcurrentHashMap<>();

    /** Begins to read what there is. */
    ObjectIndex(BlobStore store, ObjectNames names) {
        super(store);
        this.names = names;
        store.list()
                .buckets()
                .forEach(
                        bucket -> buckets.put(bucket.name(), CompletableFuture.supplyAsync(() -> read(bucket.name()))));
    }

    private NavigableMap<String, S3Object> read(String bucket) {
        NavigableMap<String, S3Object> objects = new ConcurrentSkipListMap<>();
        delegate().list(ListObjectsV2Request.builder().bucket(bucket).build()).contents().stream()
                .filter(object -> names.isObject(bucket, object.key()))
                .forEach(object -> objects.put(object.key(), object));
        return objects;
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        delegate()
                .headBucket(HeadBucketRequest.builder().bucket(request.bucket()).build());
        return new ListingPage(request).of(bucket(request.bucket()));
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        names.register(request.bucket(), request.key());
        PutObjectResponse answer = super.putBlob(request, content);
        refresh(request.bucket(), request.key());
        return answer;
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        names.register(request.destinationBucket(), request.destinationKey());
        CopyObjectResponse answer = super.copyBlob(request);
        refresh(request.destinationBucket(), request.destinationKey());
        return answer;
    }

    @Override
    public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
        names.register(request.bucket(), request.key());
        return super.initiateMultipartUpload(request);
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        CompleteMultipartUploadResponse answer = super.completeMultipartUpload(upload, request);
        refresh(upload.containerName(), upload.blobName());
        return answer;
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        DeleteObjectResponse answer = super.removeBlob(request);
        refresh(request.bucket(), request.key());
        return answer;
    }

    @Override
    public void deleteBucket(String bucket) {
        super.deleteBucket(bucket);
        buckets.remove(bucket);
    }

    private synchronized void refresh(String bucket, String key) {
        HeadObjectResponse object = blobMetadataIfPresent(bucket, key);
        if (object == null) {
            bucket(bucket).remove(key);
        } else {
            bucket(bucket).put(key, entry(key, object));
        }
    }

    private NavigableMap<String, S3Object> bucket(String name) {
        return buckets.computeIfAbsent(
                        name, unknown -> CompletableFuture.completedFuture(new ConcurrentSkipListMap<>()))
                .join();
    }

    private static S3Object entry(String key, HeadObjectResponse object) {
        return S3Object.builder()
                .key(key)
                .eTag(object.eTag())
                .lastModified(object.lastModified())
                .size(object.contentLength())
                .storageClass(Optional.ofNullable(object.storageClassAsString()).orElse(STANDARD))
                .build();
    }
}
