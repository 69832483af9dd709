package dev.elasticrecognition.chaos.load;

import dev.elasticrecognition.client.Image;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is sent: a few photographs again and again, each time as another file, by bytes after its end that no decoder reads. */
public final class Pictures {

    private static final List<String> NAMES = List.of("china.jpg", "flower.jpg", "rocket.jpg");

    private final List<byte[]> contents = new ArrayList<>();

    /** @param folder with the committed photographs */
    public Pictures(Path folder) throws IOException {
        for (String name : NAMES) {
            contents.add(Files.readAllBytes(folder.resolve(name)));
        }
    }

    /** How many different photographs there are. */
    public int different() {
        return contents.size();
    }

    /** The picture that is sent under a number from 0 on. */
    Image picture(int number) {
        byte[] photograph = contents.get(number % contents.size());
        byte[] content = ByteBuffer.allocate(photograph.length + Integer.BYTES)
                .put(photograph)
                .putInt(number)
                .array();
        return new Image(NAMES.get(number % NAMES.size()), content);
    }
}
