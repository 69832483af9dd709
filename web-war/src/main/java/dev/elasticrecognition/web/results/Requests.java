package dev.elasticrecognition.web.results;

import dev.elasticrecognition.domain.recognition.FindRequest;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.RequestState;
import dev.elasticrecognition.domain.recognition.Together;
import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The requests that callers name. */
@ApplicationScoped
public class Requests {

    @Inject
    FindRequest findRequest;

    @Inject
    Readers readers;

    /**
     * How a request stands.
     *
     * @param id as the caller gave it
     * @throws ProblemException if there is no such request
     */
    public RequestState state(String id) {
        return RequestId.parse(id).flatMap(findRequest::find).orElseThrow(() -> unknown(id));
    }

    /** How several stand, in their order. */
    public List<RequestState> states(List<String> ids) {
        return Together.map(ids, this::state, readers);
    }

    /** Says that there is no such request. */
    static ProblemException unknown(String id) {
        return new ProblemException(
                ProblemType.REQUEST_UNKNOWN,
                "No picture was accepted under the id '%s'. Ask with the id that the upload's answer gave."
                        .formatted(id));
    }
}
