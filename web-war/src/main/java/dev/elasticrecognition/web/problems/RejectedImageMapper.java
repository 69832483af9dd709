package dev.elasticrecognition.web.problems;

import dev.elasticrecognition.domain.recognition.RejectedImage;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A picture that is refused at the door. */
@Provider
public class RejectedImageMapper implements ExceptionMapper<RejectedImage> {

    @Override
    public Response toResponse(RejectedImage rejected) {
        return ProblemDocument.of(rejected.problem()).response();
    }
}
