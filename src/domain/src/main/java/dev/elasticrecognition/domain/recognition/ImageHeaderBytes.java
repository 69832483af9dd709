package dev.elasticrecognition.domain.recognition;

import java.nio.charset.StandardCharsets;

/** A file's bytes, read at any place as unsigned numbers of either byte order; beyond their end the file was cut short. */
final class ImageHeaderBytes {

    private static final int WINDOW = 4096;

    private final ImageContent content;
    private final byte[] window = new byte[WINDOW];
    private long windowStart;
    private int windowLength;

    ImageHeaderBytes(ImageContent content) {
        this.content = content;
    }

    /** @param latin1 the expected bytes, each as a character of the same code */
    boolean startsWith(String latin1) {
        return has(latin1, 0);
    }

    boolean has(String latin1, int at) {
        byte[] expected = latin1.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < expected.length; i++) {
            if (at + i >= content.size() || (byte) unsigned8(at + i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    int unsigned8(long at) {
        if (at < 0 || at >= content.size()) {
            throw new RejectedImage(
                    Problem.Kind.UNDECODABLE_IMAGE,
                    "The picture can't be read: it ends within its header, after %d bytes. Send an intact file."
                            .formatted(content.size()));
        }
        if (at < windowStart || at >= windowStart + windowLength) {
            windowStart = at;
            windowLength = content.read((int) at, window);
        }
        return window[(int) (at - windowStart)] & 0xFF;
    }

    int big16(long at) {
        return unsigned8(at) << 8 | unsigned8(at + 1);
    }

    int little16(long at) {
        return unsigned8(at) | unsigned8(at + 1) << 8;
    }

    int little24(long at) {
        return little16(at) | unsigned8(at + 2) << 16;
    }

    long big32(long at) {
        return (long) big16(at) << 16 | big16(at + 2);
    }

    long little32(long at) {
        return little16(at) | (long) little16(at + 2) << 16;
    }

    int unsigned16(long at, boolean bigEndian) {
        return bigEndian ? big16(at) : little16(at);
    }

    long unsigned32(long at, boolean bigEndian) {
        return bigEndian ? big32(at) : little32(at);
    }
}
