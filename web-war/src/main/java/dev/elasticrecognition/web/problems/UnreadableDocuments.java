package dev.elasticrecognition.web.problems;

import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Optional;

/** A body that isn't the JSON that it should be. Only here can it be told from JSON that we fail to write. */
@Provider
public class UnreadableDocuments implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            return Optional.ofNullable(context.proceed()).orElseThrow(() -> unreadable("It is null."));
        } catch (JsonbException e) {
            throw unreadable(e.getMessage());
        }
    }

    private static ProblemException unreadable(String why) {
        return new ProblemException(ProblemType.UNREADABLE_DOCUMENT, why);
    }
}
