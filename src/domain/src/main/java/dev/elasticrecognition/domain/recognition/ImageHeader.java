package dev.elasticrecognition.domain.recognition;

/**
 * What the first bytes of a picture say about it, without decoding it. A picture whose header is in order may still turn
 * out to be damaged when it is decoded.
 *
 * @param type told by content
 * @param width in pixels as stored (before any rotation), 1 or more
 * @param height in pixels as stored (before any rotation), 1 or more
 */
public record ImageHeader(ImageType type, int width, int height) {

    public ImageHeader {
        if (width < 1 || height < 1) {
            throw undecodable("Its header says that it is %d pixels wide and %d high.".formatted(width, height));
        }
    }

    /**
     * Reads the header of a file.
     *
     * @throws RejectedImage if the content is empty, of no accepted type, or its header makes no sense
     */
    public static ImageHeader read(ImageContent image) {
        if (image.size() == 0) {
            throw new RejectedImage(Problem.Kind.EMPTY_IMAGE, "The file is empty. Send a picture.");
        }
        ImageHeaderBytes bytes = new ImageHeaderBytes(image);
        return switch (typeOf(bytes)) {
            case JPEG -> jpeg(bytes);
            case PNG -> png(bytes);
            case GIF -> new ImageHeader(ImageType.GIF, bytes.little16(6), bytes.little16(8));
            case BMP -> bmp(bytes);
            case WEBP -> webp(bytes);
            case TIFF -> tiff(bytes);
        };
    }

    private static ImageType typeOf(ImageHeaderBytes bytes) {
        if (bytes.startsWith("\u00FF\u00D8\u00FF")) {
            return ImageType.JPEG;
        }
        if (bytes.startsWith("\u0089PNG\r\n\u001A\n")) {
            return ImageType.PNG;
        }
        if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a")) {
            return ImageType.GIF;
        }
        if (bytes.startsWith("BM")) {
            return ImageType.BMP;
        }
        if (bytes.startsWith("RIFF") && bytes.has("WEBP", 8)) {
            return ImageType.WEBP;
        }
        if (bytes.startsWith("II*\0") || bytes.startsWith("MM\0*")) {
            return ImageType.TIFF;
        }
        throw new RejectedImage(
                Problem.Kind.UNSUPPORTED_TYPE,
                "The content is no picture of an accepted type. Send JPEG, PNG, GIF, BMP, WebP or TIFF.");
    }

    /** ITU T.81, B.2.2: the size is in the frame header, after any number of other segments. */
    private static ImageHeader jpeg(ImageHeaderBytes bytes) {
        long at = 2;
        while (true) {
            // As libjpeg does, skip what lies between two segments: cameras and editors leave fill bytes and junk
            // there.
            while (bytes.unsigned8(at) != 0xFF || bytes.unsigned8(at + 1) == 0 || bytes.unsigned8(at + 1) == 0xFF) {
                at++;
            }
            int marker = bytes.unsigned8(at + 1);
            at += 2;
            if (isFrameHeader(marker)) {
                return new ImageHeader(ImageType.JPEG, bytes.big16(at + 5), bytes.big16(at + 3));
            }
            if (marker == 0xD8 || marker == 0xD9 || marker == 0xDA) {
                throw undecodable("Its JPEG data have no frame header.");
            }
            at += standsAlone(marker) ? 0 : bytes.big16(at);
        }
    }

    private static boolean isFrameHeader(int marker) {
        boolean tables = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
        return marker >= 0xC0 && marker <= 0xCF && !tables;
    }

    private static boolean standsAlone(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
    }

    /** PNG specification, 11.2.2: the first chunk is IHDR. */
    private static ImageHeader png(ImageHeaderBytes bytes) {
        if (bytes.big32(8) != 13 || !bytes.has("IHDR", 12)) {
            throw undecodable("Its PNG data don't begin with an image header.");
        }
        return new ImageHeader(ImageType.PNG, size(bytes.big32(16)), size(bytes.big32(20)));
    }

    /** The 12-byte header is that of OS/2; in all others a negative height says that the rows run from the top. */
    private static ImageHeader bmp(ImageHeaderBytes bytes) {
        long headerSize = bytes.little32(14);
        if (headerSize == 12) {
            return new ImageHeader(ImageType.BMP, bytes.little16(18), bytes.little16(20));
        }
        if (headerSize < 16 || headerSize > 124) {
            throw undecodable("Its bitmap header has an unknown size of %d bytes.".formatted(headerSize));
        }
        long height = (int) bytes.little32(22);
        return new ImageHeader(ImageType.BMP, size(bytes.little32(18)), size(Math.abs(height)));
    }

    /** RFC 9649: the size of the canvas, else of the only frame. */
    private static ImageHeader webp(ImageHeaderBytes bytes) {
        if (bytes.has("VP8X", 12)) {
            return new ImageHeader(ImageType.WEBP, bytes.little24(24) + 1, bytes.little24(27) + 1);
        }
        if (bytes.has("VP8L", 12) && bytes.unsigned8(20) == 0x2F) {
            long sizes = bytes.little32(21);
            return new ImageHeader(ImageType.WEBP, (int) (sizes & 0x3FFF) + 1, (int) (sizes >> 14 & 0x3FFF) + 1);
        }
        if (bytes.has("VP8 ", 12) && bytes.has("\u009D\u0001*", 23)) {
            return new ImageHeader(ImageType.WEBP, bytes.little16(26) & 0x3FFF, bytes.little16(28) & 0x3FFF);
        }
        throw undecodable("Its WebP data begin with no known chunk.");
    }

    /** TIFF 6.0, section 2: tags 256 and 257 of the first directory. */
    private static ImageHeader tiff(ImageHeaderBytes bytes) {
        boolean bigEndian = bytes.startsWith("MM");
        long directory = bytes.unsigned32(4, bigEndian);
        int entries = bytes.unsigned16(directory, bigEndian);
        long width = 0;
        long height = 0;
        for (long entry = directory + 2, end = entry + 12L * entries; entry < end; entry += 12) {
            int tag = bytes.unsigned16(entry, bigEndian);
            if (tag == 256) {
                width = tiffValue(bytes, entry, bigEndian);
            } else if (tag == 257) {
                height = tiffValue(bytes, entry, bigEndian);
            }
        }
        return new ImageHeader(ImageType.TIFF, size(width), size(height));
    }

    private static long tiffValue(ImageHeaderBytes bytes, long entry, boolean bigEndian) {
        boolean isShort = bytes.unsigned16(entry + 2, bigEndian) == 3;
        return isShort ? bytes.unsigned16(entry + 8, bigEndian) : bytes.unsigned32(entry + 8, bigEndian);
    }

    private static int size(long pixels) {
        if (pixels < 1 || pixels > Integer.MAX_VALUE) {
            throw undecodable("Its header speaks of a side of %d pixels.".formatted(pixels));
        }
        return (int) pixels;
    }

    private static RejectedImage undecodable(String reason) {
        return new RejectedImage(
                Problem.Kind.UNDECODABLE_IMAGE, "The picture can't be read. " + reason + " Send an intact file.");
    }
}
