package dev.elasticrecognition.onnx;

import dev.elasticrecognition.domain.recognition.ImageLimits;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageReader;

/** A TIFF, of which the first page counts. */
final class TiffFile {

    private final byte[] file;
    private final ImageLimits limits;

    TiffFile(byte[] file, ImageLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    Pixels decode() throws IOException {
        ImageReader reader = Readers.tiff();
        try (ByteArrayImageInput input = new ByteArrayImageInput(file)) {
            reader.setInput(input, false, true);
            Readers.requireWithin(limits, reader.getWidth(0), reader.getHeight(0));
            Readers.requireWithin(limits, reader.getTileWidth(0), reader.getTileHeight(0));
            Pixels stored = Colours.rgb(reader.read(0));
            return stored.upright(Orientation.inExif(ByteBuffer.wrap(file)).orElse(Orientation.UPRIGHT));
        } finally {
            reader.dispose();
        }
    }
}
