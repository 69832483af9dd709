package dev.elasticrecognition.chaos.load;

import java.util.List;
import java.util.Optional;

/**
 * What a client knows of a picture that it sent.
 *
 * @param key the idempotency key
 * @param picture the name of the photograph
 * @param ids the different ids that were promised to it under its key: one, if all is well
 * @param answers the different answers that it was given for the first of the ids, in whole: one, if all is well
 * @param refusal why it stopped trying before it was promised anything
 */
public record Upload(String key, String picture, List<String> ids, List<Answer> answers, Optional<String> refusal) {

    public Upload {
        ids = List.copyOf(ids);
        answers = List.copyOf(answers);
    }

    /**
     * How a request ended.
     *
     * @param label absent if it failed
     * @param whole everything that was told of it
     */
    public record Answer(Optional<String> label, String whole) {}
}
