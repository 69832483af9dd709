package dev.elasticrecognition.domain.recognition;

import dev.elasticrecognition.domain.recognition.RequestState.Answered;
import dev.elasticrecognition.domain.recognition.RequestState.Waiting;
import java.util.Optional;

/** Tells a request's state from the stores alone, so any front end can, at any time. */
public final class FindRequest {

    private final ImageStore images;
    private final ResultStore results;

    public FindRequest(ImageStore images, ResultStore results) {
        this.images = images;
        this.results = results;
    }

    /** @return the request's state, or empty if no such request was accepted */
    public Optional<RequestState> find(RequestId id) {
        Optional<RequestState> answered = results.find(id).map(Answered::new);
        return answered.isPresent() ? answered : images.find(id).map(Waiting::new);
    }
}
