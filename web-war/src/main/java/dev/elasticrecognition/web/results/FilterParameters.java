package dev.elasticrecognition.web.results;

import dev.elasticrecognition.domain.recognition.RequestFilter;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;

/** Which requests a caller wants to see. */
public class FilterParameters {

    @QueryParam("state")
    WantedState state;

    @QueryParam("label")
    String label;

    /** The requests that were asked for. */
    public RequestFilter filter() {
        return new RequestFilter(Optional.ofNullable(state).map(WantedState::state), Optional.ofNullable(label));
    }

    /** A link that asks for the same requests. */
    URI link(UriBuilder base) {
        if (state != null) {
            base.queryParam("state", state.word());
        }
        return label == null
                ? base.build()
                : base.queryParam("label", "{label}").build(label);
    }
}
