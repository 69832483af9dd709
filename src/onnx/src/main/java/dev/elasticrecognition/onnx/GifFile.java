package dev.elasticrecognition.onnx;

import dev.elasticrecognition.domain.recognition.ImageLimits;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A GIF, of which the first frame counts, at its place on the logical screen (GIF89a specification, section 18). */
final class GifFile {

    private final byte[] file;
    private final ImageLimits limits;

    GifFile(byte[] file, ImageLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    Pixels decode() throws IOException {
        ImageReader reader = Readers.jdk("gif");
        try (ByteArrayImageInput input = new ByteArrayImageInput(file)) {
            reader.setInput(input, false, false);
            Readers.requireWithin(limits, reader.getWidth(0), reader.getHeight(0));
            Element screen = element(reader.getStreamMetadata(), "LogicalScreenDescriptor");
            Element place = element(reader.getImageMetadata(0), "ImageDescriptor");
            int left = number(place, "imageLeftPosition");
            int top = number(place, "imageTopPosition");
            int width = Math.max(number(screen, "logicalScreenWidth"), left + reader.getWidth(0));
            int height = Math.max(number(screen, "logicalScreenHeight"), top + reader.getHeight(0));
            Readers.requireWithin(limits, width, height);
            int background = transparentIndex(reader.getImageMetadata(0));
            return onScreen(reader.read(0), left, top, width, height, background);
        } finally {
            reader.dispose();
        }
    }

    private static Pixels onScreen(BufferedImage frame, int left, int top, int width, int height, int background)
            throws IOException {
        if (frame.getWidth() == width && frame.getHeight() == height) {
            return Colours.rgb(frame);
        }
        IndexColorModel palette = (IndexColorModel) frame.getColorModel();
        WritableRaster screen = palette.createCompatibleWritableRaster(width, height);
        int[] row = new int[Math.max(width, frame.getWidth())];
        for (int y = 0; y < height; y++) {
            Arrays.fill(row, background);
            screen.setSamples(0, y, width, 1, 0, row);
        }
        for (int y = 0; y < frame.getHeight(); y++) {
            frame.getRaster().getSamples(0, y, frame.getWidth(), 1, 0, row);
            screen.setSamples(left, top + y, frame.getWidth(), 1, 0, row);
        }
        return Colours.fromPalette(screen, palette);
    }

    /** What Pillow fills the screen with: the frame's transparent colour, else the palette's first. */
    private static int transparentIndex(IIOMetadata frame) {
        Element control = element(frame, "GraphicControlExtension");
        boolean transparent = control != null && Boolean.parseBoolean(control.getAttribute("transparentColorFlag"));
        return transparent ? number(control, "transparentColorIndex") : 0;
    }

    private static Element element(IIOMetadata metadata, String name) {
        Node node = metadata.getAsTree(metadata.getNativeMetadataFormatName()).getFirstChild();
        while (node != null && !node.getNodeName().equals(name)) {
            node = node.getNextSibling();
        }
        return (Element) node;
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }
}
