package dev.elasticrecognition.web.problems;

import dev.elasticrecognition.domain.scaling.InvalidSetting;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A setting that makes no sense, by its name. */
@Provider
public class InvalidSettingMapper implements ExceptionMapper<InvalidSetting> {

    @Override
    public Response toResponse(InvalidSetting invalid) {
        return ProblemDocument.of(invalid).response();
    }
}
