package dev.elasticrecognition.localcloud;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Makes overwrites under a condition ({@code If-Match}) as atomic as S3's are. S3Proxy looks at the condition first and
 * writes then, so that of several writers over one version all would succeed; and it reads an object's entity tag first
 * and its content then, so that they could be of two versions.
 */
final class AtomicOverwrites extends ForwardingBlobStore {

    private static final int PRECONDITION_FAILED = 412;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    AtomicOverwrites(BlobStore store) {
        super(store);
    }

    /** What is opened stays what it is. */
    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        lock.readLock().lock();
        try {
            return super.getBlob(request);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The content is received before anybody is kept waiting. */
    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        return request.ifMatch() == null
                ? super.putBlob(request, content)
                : overwrite(request, new ByteArrayInputStream(received(content)));
    }

    private PutObjectResponse overwrite(PutObjectRequest request, InputStream content) {
        lock.writeLock().lock();
        try {
            requireUnchanged(request);
            return super.putBlob(request, content);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void requireUnchanged(PutObjectRequest request) {
        HeadObjectResponse present = blobMetadataIfPresent(request.bucket(), request.key());
        if (present == null || !unquoted(present.eTag()).equals(unquoted(request.ifMatch()))) {
            throw S3Exceptions.fromStatusCode(PRECONDITION_FAILED);
        }
    }

    private static byte[] received(InputStream content) {
        try {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unquoted(String tag) {
        return tag.replace("\"", "");
    }
}
