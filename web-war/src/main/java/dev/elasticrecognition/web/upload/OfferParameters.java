package dev.elasticrecognition.web.upload;

import dev.elasticrecognition.domain.recognition.Offer;
import dev.elasticrecognition.web.results.Patience;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What may come with pictures, beside them. */
public class OfferParameters {

    @Context
    HttpServletRequest request;

    @QueryParam("wait")
    @DefaultValue("0")
    Patience patience;

    @QueryParam("ttl")
    TimeToLive timeToLive;

    @HeaderParam("Idempotency-Key")
    IdempotencyKey idempotencyKey;

    @HeaderParam(HttpHeaders.CACHE_CONTROL)
    @DefaultValue("")
    @Parameter(hidden = true)
    String cacheControl;

    Duration patience() {
        return patience.duration();
    }

    Offer offer() {
        Sender sender = Sender.of(request);
        return new Offer(
                sender.client(),
                Optional.ofNullable(idempotencyKey).map(IdempotencyKey::value).map(sender::scoped),
                Optional.ofNullable(timeToLive).map(TimeToLive::duration),
                cacheControl.contains("no-cache"));
    }
}
