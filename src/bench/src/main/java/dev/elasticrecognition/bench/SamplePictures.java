package dev.elasticrecognition.bench;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** What is measured with: a folder's JPEGs as they are, or the committed photographs, enlarged. */
final class SamplePictures {

    private static final int WIDTH = 500;
    private static final int HEIGHT = 375;

    /** So that files are about as large as those of photographs that always had this size. */
    private static final float QUALITY = 0.95f;

    private SamplePictures() {}

    /** @throws IOException if there is none, or the folder can't be read */
    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jpegs = files.filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .matches(".*\\.jpe?g"))
                    .sorted()
                    .toList();
            if (jpegs.isEmpty()) {
                throw new IOException("There is no JPEG in " + folder);
            }
            return jpegs;
        }
    }

    /**
     * Makes JPEGs of 500 x 375 pixels.
     *
     * @param photographs files that ImageIO reads
     * @param directory where they are written
     */
    static List<Path> enlarged(List<Path> photographs, Path directory) throws IOException {
        for (Path photograph : photographs) {
            BufferedImage image = ImageIO.read(photograph.toFile());
            write(resized(image), directory.resolve(photograph.getFileName()));
        }
        return in(directory);
    }

    private static BufferedImage resized(BufferedImage image) {
        BufferedImage resized = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = resized.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, WIDTH, HEIGHT, null);
        graphics.dispose();
        return resized;
    }

    private static void write(BufferedImage image, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
    }
}
