package dev.elasticrecognition.domain.recognition;

import dev.elasticrecognition.domain.recognition.IdempotencyConflict.Reason;
import dev.elasticrecognition.domain.recognition.RequestState.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Decides at the door whether a picture becomes a request of its own. One that comes again under its idempotency key
 * doesn't: it is the request that it was the first time.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header">The Idempotency-Key HTTP
 *     Header Field</a>
 */
public final class AdmitImage {

    /** How long it may take at most from a claim to its picture being stored; afterwards the claim stands for nothing. */
    private static final Duration TAKING_IN = Duration.ofSeconds(60);

    private final ExamineImage examine;
    private final Claims claims;
    private final FindRequest findRequest;
    private final SentRequests sent;
    private final int mostUnanswered;
    private final InstantSource clock;

    /** @param mostUnanswered how many requests a client may have under way at this front end, 1 or more */
    public AdmitImage(
            ExamineImage examine,
            Claims claims,
            FindRequest findRequest,
            SentRequests sent,
            int mostUnanswered,
            InstantSource clock) {
        this.examine = examine;
        this.claims = claims;
        this.findRequest = findRequest;
        this.sent = sent;
        this.mostUnanswered = mostUnanswered;
        this.clock = clock;
    }

    /**
     * Admits a picture.
     *
     * @param fileName as the client gave it, or null
     * @return the request that it is; waiting, but not yet submitted, if it's a new one
     * @throws RejectedImage if it is no picture, or too large a one
     * @throws TooManyUnanswered if the client has too many requests under way
     * @throws IdempotencyConflict if its key stands for something else
     */
    public Admission admit(Offer offer, String fileName, ImageContent content) {
        SubmittedImage image = examine.examine(fileName, content);
        Instant now = clock.instant();
        Submission submission = new Submission(
                RequestId.at(now), image, offer.client(), offer.timeToLive().map(now::plus));
        Optional<RequestState> known =
                offer.idempotencyKey().flatMap(key -> known(key, new Claim(submission.id(), image.sha256(), now)));
        if (known.isEmpty() && sent.unanswered(offer.client()) >= mostUnanswered) {
            throw new TooManyUnanswered(mostUnanswered);
        }
        return known.map(state -> new Admission(state, false))
                .orElseGet(() -> new Admission(new Waiting(submission), true));
    }

    private Optional<RequestState> known(String key, Claim own) {
        Claim claim = claims.claim(key, own, Optional.empty());
        if (claim.id().equals(own.id())) {
            return Optional.empty();
        }
        if (!claim.sha256().equals(own.sha256())) {
            throw new IdempotencyConflict(Reason.OTHER_CONTENT);
        }
        Optional<RequestState> state = findRequest.find(claim.id());
        return state.isPresent() ? state : replaced(key, claim, own);
    }

    /** Whoever made the claim stored no picture: it's about to, or it died. */
    private Optional<RequestState> replaced(String key, Claim claim, Claim own) {
        boolean dead = claim.at().plus(TAKING_IN).isBefore(own.at());
        if (!dead || !claims.claim(key, own, Optional.of(claim)).equals(own)) {
            throw new IdempotencyConflict(Reason.IN_PROGRESS);
        }
        return Optional.empty();
    }

    /**
     * What was decided.
     *
     * @param request as it stands
     * @param isNew whether it is still to be submitted
     */
    public record Admission(RequestState request, boolean isNew) {}
}
