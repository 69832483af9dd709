package dev.elasticrecognition.onnx;

/**
 * A picture as the model wants it: upright, in sRGB, without alpha.
 *
 * @param width in pixels, 1 or more
 * @param height in pixels, 1 or more
 * @param rgb rows from the top, pixels from the left, red, green and blue of each, 0 to 255 as unsigned bytes; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // A copy for each access would cost more than the model.
record Pixels(int width, int height, byte[] rgb) {

    Pixels {
        if (width < 1 || height < 1 || rgb.length != 3L * width * height) {
            throw new IllegalArgumentException("%d bytes are no %d x %d pixels".formatted(rgb.length, width, height));
        }
    }

    static Pixels black(int width, int height) {
        return new Pixels(width, height, new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))]);
    }

    /** Turns and mirrors a picture that was stored in the given orientation (EXIF 2.32, tag 0x0112), so that it stands upright. */
    Pixels upright(int orientation) {
        if (orientation <= 1 || orientation > 8) {
            return this;
        }
        boolean swapsSides = orientation >= 5;
        boolean fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        boolean fromBottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        int origin = (fromRight ? width - 1 : 0) + (fromBottom ? (height - 1) * width : 0);
        int alongRow = fromRight ? -1 : 1;
        int alongColumn = fromBottom ? -width : width;
        return swapsSides
                ? walked(height, width, origin, alongColumn, alongRow)
                : walked(width, height, origin, alongRow, alongColumn);
    }

    private Pixels walked(int newWidth, int newHeight, int origin, int stepRight, int stepDown) {
        byte[] turned = new byte[rgb.length];
        int to = 0;
        for (int y = 0; y < newHeight; y++) {
            int from = 3 * (origin + y * stepDown);
            for (int x = 0; x < newWidth; x++) {
                turned[to] = rgb[from];
                turned[to + 1] = rgb[from + 1];
                turned[to + 2] = rgb[from + 2];
                to += 3;
                from += 3 * stepRight;
            }
        }
        return new Pixels(newWidth, newHeight, turned);
    }
}
