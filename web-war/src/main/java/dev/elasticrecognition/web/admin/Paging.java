package dev.elasticrecognition.web.admin;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;

/** Leads from a page to the next one, in the document and in the header {@code Link}. */
final class Paging {

    private Paging() {}

    /** The address of the present call, but with another cursor. */
    static Optional<URI> next(Optional<String> cursor, UriInfo here) {
        return cursor.map(after ->
                here.getRequestUriBuilder().replaceQueryParam("cursor", after).build());
    }

    static Response answer(Object page, Optional<URI> next) {
        Response.ResponseBuilder answer = Response.ok(page);
        next.ifPresent(uri -> answer.link(uri, "next"));
        return answer.build();
    }
}
