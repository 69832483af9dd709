package dev.elasticrecognition.chaos.load;

import dev.elasticrecognition.client.Image;
import dev.elasticrecognition.client.Recognition;
import dev.elasticrecognition.client.RecognitionClient;
import dev.elasticrecognition.client.RecognitionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One picture on its way. Its client writes down here what it's told. */
final class Attempt {

    private static final Duration WAIT = Duration.ofSeconds(5);

    private final int number;
    private final Image image;
    private final String key = UUID.randomUUID().toString();
    private final List<String> ids = new ArrayList<>();
    private final Set<Upload.Answer> answers = new LinkedHashSet<>();
    private String refusal;

    Attempt(int number, Image image) {
        this.number = number;
        this.image = image;
    }

    int number() {
        return number;
    }

    /** Sends it until it's accepted, or refused for good, or time is over. Sent before, it's the same request. */
    void send(RecognitionClient client, Instant end) throws InterruptedException {
        while (true) {
            try {
                note(client.submit(image, key));
                return;
            } catch (RecognitionException failure) {
                if (!failure.isPassing() || Instant.now().isAfter(end)) {
                    refused(failure);
                    return;
                }
            }
        }
    }

    /** Asks again and again, until it has ended or time is over. */
    void await(RecognitionClient client, Instant end) throws InterruptedException {
        boolean ended = id().isEmpty();
        while (!ended && Instant.now().isBefore(end)) {
            ended = look(client);
        }
    }

    /** Asks what has become of it, for a while; true once it has ended. */
    boolean look(RecognitionClient client) throws InterruptedException {
        Optional<String> id = id();
        if (id.isEmpty()) {
            return false;
        }
        try {
            Recognition found = client.find(id.get(), WAIT);
            note(found);
            return !(found instanceof Recognition.Waiting);
        } catch (RecognitionException failure) {
            if (failure.isPassing()) {
                return false;
            }
            note(new Upload.Answer(Optional.empty(), failure.getMessage()));
            return true;
        }
    }

    /** The id that was promised first. */
    synchronized Optional<String> id() {
        return ids.stream().findFirst();
    }

    synchronized Upload upload() {
        return new Upload(
                key,
                image.fileName(),
                ids,
                List.copyOf(answers),
                ids.isEmpty() ? Optional.of(refusal == null ? "nobody answered" : refusal) : Optional.empty());
    }

    private synchronized void note(Recognition found) {
        if (!ids.contains(found.id())) {
            ids.add(found.id());
        }
        if (found instanceof Recognition.Succeeded succeeded) {
            note(new Upload.Answer(Optional.of(succeeded.label()), succeeded.toString()));
        } else if (found instanceof Recognition.Failed failed) {
            note(new Upload.Answer(
                    Optional.empty(),
                    failed.problem().type() + ", " + failed.problem().explanation()));
        }
    }

    private synchronized void note(Upload.Answer answer) {
        answers.add(answer);
    }

    private synchronized void refused(RecognitionException failure) {
        refusal = failure.getMessage();
    }
}
