package dev.elasticrecognition.onnx;

import dev.elasticrecognition.domain.recognition.ImageHeader;
import dev.elasticrecognition.domain.recognition.ImageLimits;
import dev.elasticrecognition.domain.recognition.Problem;
import dev.elasticrecognition.domain.recognition.RejectedImage;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Decodes pictures, no more at once than there are cores, and no more than fit into half of the heap: more would take longer,
 * or take the memory from everybody else's pictures. Whatever exceeds that waits.
 *
 * <p>Safe for use by several threads.
 */
final class BoundedDecoding {

    /**
     * What a pixel takes at most: eight bytes in the reader's own picture (four samples of 16 bits) and three in ours, or
     * three and three more while it is turned upright. Rounded up for what else a reader keeps.
     */
    private static final long BYTES_PER_PIXEL = 12;

    private static final int UNIT = 1024;

    private final ImageLimits limits;
    private final ImageDecoder decoder;
    private final Allowance cores;
    private final Allowance memory;

    /**
     * @param cores where everything else takes its cores, too
     * @param bytes how much memory pictures may take while they are decoded
     */
    BoundedDecoding(ImageLimits limits, Allowance cores, long bytes) {
        this.limits = limits;
        this.decoder = new ImageDecoder(limits);
        this.cores = cores;
        this.memory = new Allowance(units(bytes));
    }

    /** Takes up to half of the heap. */
    static BoundedDecoding inHalfOfTheHeap(ImageLimits limits, Allowance cores) {
        return new BoundedDecoding(limits, cores, Runtime.getRuntime().maxMemory() / 2);
    }

    /**
     * Decodes a file and has its pixels used, which must not be kept.
     *
     * @return how long decoding and use took, not counting the wait for their turn
     * @throws RejectedImage if it is no picture of an accepted type, exceeds the
     *     limits or can't be decoded
     */
    Duration decode(byte[] image, Consumer<Pixels> use) {
        ImageHeader header = decoder.examine(image);
        long stated = (long) header.width() * header.height();
        try {
            return decode(image, header, stated, use);
        } catch (RejectedImage rejected) {
            if (rejected.problem().kind() != Problem.Kind.TOO_MANY_PIXELS) {
                throw rejected;
            }
            // A frame is larger than its file says, as frames of a GIF may be. How large, nobody knows before it is too
            // late.
            return decode(image, header, limits.maxPixels(), use);
        }
    }

    private Duration decode(byte[] image, ImageHeader header, long pixels, Consumer<Pixels> use) {
        return memory.with(
                units(BYTES_PER_PIXEL * pixels),
                () -> cores.with(1, () -> {
                    long start = System.nanoTime();
                    use.accept(decoder.decode(image, header, pixels));
                    return Duration.ofNanos(System.nanoTime() - start);
                }));
    }

    private static int units(long bytes) {
        return (int) Math.min(bytes / UNIT + 1, Integer.MAX_VALUE);
    }
}
