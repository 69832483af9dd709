package dev.elasticrecognition.domain.recognition;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** The bytes of a picture's file, wherever they are. Safe for use by several threads. */
public interface ImageContent {

    /** How many bytes there are. */
    int size();

    /** Reads all of them, anew at each call. */
    InputStream open();

    /**
     * Reads some of them.
     *
     * @param position of the first one, 0 or more, less than {@link #size}
     * @param into is filled from its start
     * @return how many were read: as many as there are from there, but no more than fit
     */
    int read(int position, byte[] into);

    /** Bytes in memory; they must not be changed any more. */
    static ImageContent of(byte[] bytes) {
        return new ImageContent() {

            @Override
            public int size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public int read(int position, byte[] into) {
                int read = Math.min(into.length, bytes.length - position);
                System.arraycopy(bytes, position, into, 0, read);
                return read;
            }
        };
    }
}
