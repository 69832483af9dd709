package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.messaging.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What couldn't be asked or done in one tick. The next tick tries again, so nothing else comes of it. */
final class Troubles {

    private final List<String> all = new ArrayList<>();

    /** Asks for something; empty, and noted, if it can't be had now. */
    <T> Optional<T> ask(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (Unavailable e) {
            all.add(e.getMessage());
            return Optional.empty();
        }
    }

    /** Does something; noted if it can't be done now. */
    void attempt(Runnable act) {
        ask(() -> {
            act.run();
            return true;
        });
    }

    void add(String trouble) {
        all.add(trouble);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<String> all() {
        return List.copyOf(all);
    }
}
