package dev.elasticrecognition.web.upload;

import dev.elasticrecognition.domain.recognition.ImageLimits;
import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads pictures out of JSON: an object with the member {@code image}, a data URL, and perhaps {@code fileName}; or an
 * array of such objects. A JSON parser holds a member's value in memory, so of large documents only one is read at a time.
 */
@ApplicationScoped
public class ImageDocuments {

    private static final int LARGE = 1 << 20;

    private final Object largeOnes = new Object();

    @Inject
    Spool spool;

    @Inject
    ImageLimits limits;

    @Inject
    UploadSettings settings;

    /** @throws ProblemException if it's no such document */
    void read(InputStream body, Taker taker) throws IOException {
        int most = mostBytes();
        try (Spool.Received document = spool.receive(new Body(body), most)) {
            if (document.content().size() > most) {
                throw new ProblemException(
                        ProblemType.IMAGE_TOO_LARGE, "The document is larger than %,d bytes.".formatted(most));
            }
            if (document.content().size() <= LARGE) {
                parse(document.content().open(), taker);
            } else {
                synchronized (largeOnes) {
                    parse(document.content().open(), taker);
                }
            }
        }
    }

    /** Base64 has four characters for three bytes. */
    private int mostBytes() {
        long most = (limits.maxBytes() / 3 * 4L + 4096) * settings.imagesPerRequest();
        return (int) Math.min(most, Integer.MAX_VALUE - 1);
    }

    private static void parse(InputStream document, Taker taker) throws IOException {
        try (JsonParser parser = Json.createParser(document)) {
            boolean array = parser.next() == Event.START_ARRAY;
            Event event = array ? parser.next() : Event.START_OBJECT;
            while (event == Event.START_OBJECT) {
                take(parser, taker);
                event = array ? parser.next() : Event.END_ARRAY;
            }
            if (event != Event.END_ARRAY) {
                throw unreadable("It holds something that is no object.");
            }
        } catch (JsonException | IllegalStateException | java.util.NoSuchElementException e) {
            throw unreadable(e.getMessage());
        }
    }

    private static void take(JsonParser parser, Taker taker) throws IOException {
        String fileName = null;
        byte[] content = null;
        Event event = parser.next();
        while (event == Event.KEY_NAME) {
            String member = parser.getString();
            if (parser.next() != Event.VALUE_STRING) {
                throw unreadable("The member '%s' is no text.".formatted(member));
            }
            switch (member) {
                case "fileName" -> fileName = parser.getString();
                case "image" -> content = DataUrl.content(parser.getString());
                default -> throw unreadable("There is no member '%s'.".formatted(member));
            }
            event = parser.next();
        }
        if (content == null) {
            throw unreadable("The member 'image' is missing.");
        }
        taker.take(fileName, new ByteArrayInputStream(content));
    }

    private static ProblemException unreadable(String why) {
        return new ProblemException(
                ProblemType.UNREADABLE_DOCUMENT,
                "%s Send {\"image\": \"data:image/jpeg;base64,…\", \"fileName\": \"…\"}, or an array of those."
                        .formatted(why));
    }

    /** Takes one picture. */
    @FunctionalInterface
    interface Taker {

        void take(String fileName, InputStream content) throws IOException;
    }
}
