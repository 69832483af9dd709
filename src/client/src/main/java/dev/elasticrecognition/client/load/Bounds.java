package dev.elasticrecognition.client.load;

import java.time.Duration;
import java.util.stream.LongStream;

/**
 * When no more requests are begun.
 *
 * @param images after so many
 * @param nanos or after so long
 */
public record Bounds(long images, long nanos) {

    /** Never. */
    public static final Bounds NONE = new Bounds(Long.MAX_VALUE, Long.MAX_VALUE);

    public Bounds {
        if (images < 1 || nanos < 1) {
            throw new IllegalArgumentException("A load has one image or more, and takes some time");
        }
    }

    /** The same, and no more than so many images. */
    public Bounds images(long most) {
        return new Bounds(Math.min(images, most), nanos);
    }

    /** The same, and no longer than this. */
    public Bounds duration(Duration longest) {
        return new Bounds(images, Math.min(nanos, longest.toNanos()));
    }

    LongStream cut(LongStream starts) {
        return starts.takeWhile(start -> start < nanos).limit(images);
    }
}
