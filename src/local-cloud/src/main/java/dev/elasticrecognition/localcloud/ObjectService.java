package dev.elasticrecognition.localcloud;

import dev.elasticrecognition.localcloud.credentials.AccessKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * S3 by S3Proxy: a bucket is a folder, an object a file with extended attributes. Every request must be signed with the
 * access key.
 *
 * @see <a href="https://github.com/gaul/s3proxy">S3Proxy</a>
 */
record ObjectService(URI endpoint, S3Proxy server) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectService.class);

    /**
     * Starts it.
     *
     * @param folder of all buckets
     * @param register of {@link ObjectNames}
     */
    static ObjectService start(int port, AccessKey key, Path folder, Path register) throws CannotStart, IOException {
        ObjectNames names = new ObjectNames(register);
        names.deleteUnfinished(folder);
        URI endpoint = Endpoints.onLoopback(port);
        BlobStore store = new AtomicOverwrites(new ObjectIndex(new FilesystemNio2BlobStore(folder.toString()), names));
        S3Proxy server = S3Proxy.builder()
                .blobStore(store)
                .endpoint(endpoint)
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, key.id(), key.secret())
                .ignoreUnknownHeaders(true)
                .build();
        try {
            server.start();
        } catch (Exception failure) {
            throw new CannotStart("the S3 service does not start on %s: %s".formatted(endpoint, failure), failure);
        }
        return new ObjectService(endpoint, server);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            LOG.warn("The S3 service does not stop in order", failure);
        }
    }
}
