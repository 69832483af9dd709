package dev.elasticrecognition.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplePicturesTest {

    @TempDir
    Path directory;

    @Test
    void ofAFolderItsJpegsCountHoweverTheyAreSpelled() throws IOException {
        for (String name : List.of("b.JPEG", "a.jpg", "labels.csv", "c.png")) {
            Files.createFile(directory.resolve(name));
        }

        assertThat(SamplePictures.in(directory))
                .containsExactly(directory.resolve("a.jpg"), directory.resolve("b.JPEG"));
    }

    @Test
    void aFolderWithoutAnyIsNamed() {
        assertThatIOException()
                .isThrownBy(() -> SamplePictures.in(directory))
                .withMessageContaining(directory.toString());
    }

    @Test
    void photographsAreEnlargedToTheSizeThatIsMeasured() throws IOException {
        Path photographs = Files.createDirectory(directory.resolve("photographs"));
        Path enlarged = Files.createDirectory(directory.resolve("enlarged"));
        Path small = photographs.resolve("small.jpg");
        ImageIO.write(new BufferedImage(100, 80, BufferedImage.TYPE_INT_RGB), "jpg", small.toFile());

        List<Path> files = SamplePictures.enlarged(List.of(small), enlarged);

        assertThat(files).containsExactly(enlarged.resolve("small.jpg"));
        BufferedImage image = ImageIO.read(files.get(0).toFile());
        assertThat(image.getWidth()).isEqualTo(500);
        assertThat(image.getHeight()).isEqualTo(375);
    }
}
