package dev.elasticrecognition.web.events;

import dev.elasticrecognition.domain.recognition.FollowResults;
import dev.elasticrecognition.domain.recognition.RecognitionResult;
import dev.elasticrecognition.domain.recognition.RequestId;
import dev.elasticrecognition.domain.recognition.RequestState;
import dev.elasticrecognition.domain.recognition.RequestState.Answered;
import dev.elasticrecognition.web.results.Answers;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * One client's events. It begins with how the requests stand that the client doesn't know of, goes on with each result
 * as it comes, and ends when all are told, when its time is over, or when the client is gone. Safe for use by several
 * threads; none of them waits for the client.
 */
final class ResultStream {

    private static final Logger LOG = System.getLogger(ResultStream.class.getName());
    private static final long RECONNECT_MILLIS = 2000;

    /** A client that takes nothing for so many beats is gone. */
    private static final int MOST_BEATS_MISSED = 4;

    private static final Jsonb JSONB = JsonbBuilder.create();

    private final Answers answers;
    private final FollowResults followResults;
    private final SseEventSink client;
    private final Sse sse;
    private final Instant end;
    private final Consumer<ResultStream> whenOver;
    private final Map<RequestId, CompletableFuture<RecognitionResult>> followed = new HashMap<>();
    private CompletionStage<?> lastBeat = CompletableFuture.completedFuture(null);
    private Told told;
    private int beatsMissed;
    private boolean over;

    /**
     * @param told what the client knows already
     * @param end when the client is to connect again
     * @param whenOver is told once, when the stream has ended
     */
    ResultStream(
            Answers answers,
            FollowResults followResults,
            SseEventSink client,
            Sse sse,
            Told told,
            Instant end,
            Consumer<ResultStream> whenOver) {
        this.answers = answers;
        this.followResults = followResults;
        this.client = client;
        this.sse = sse;
        this.told = told;
        this.end = end;
        this.whenOver = whenOver;
    }

    /** Begins. */
    synchronized void begin(List<RequestState> requests) {
        send(sse.newEventBuilder().comment("results as they come"));
        for (int index = 0; index < requests.size() && !over; index++) {
            if (!told.contains(index)) {
                begin(index, requests.get(index));
            }
        }
    }

    /** Shows the client that the stream is alive, and ends one whose client takes nothing any more, or whose time is over. */
    synchronized void beat(Instant now) {
        boolean stuck = !lastBeat.toCompletableFuture().isDone();
        beatsMissed = stuck ? beatsMissed + 1 : 0;
        if (beatsMissed == MOST_BEATS_MISSED || !now.isBefore(end)) {
            over();
        } else if (!over && !stuck) {
            lastBeat = send(sse.newEventBuilder().comment("still here"));
        }
    }

    /** Ends. */
    synchronized void over() {
        if (!over) {
            over = true;
            Map.copyOf(followed).forEach(followResults::leave);
            client.close();
            whenOver.accept(this);
        }
    }

    private void begin(int index, RequestState request) {
        if (request instanceof Answered) {
            tell(index, request);
            return;
        }
        send(event("waiting", request));
        CompletableFuture<RecognitionResult> result = followResults.follow(request.id());
        followed.put(request.id(), result);
        tellOnceKnown(index, result);
    }

    private void tellOnceKnown(int index, CompletionStage<RecognitionResult> result) {
        result.thenAccept(answer -> answered(index, answer)).exceptionally(failure -> {
            LOG.log(Level.ERROR, "Could not tell a result; the client will connect again", failure);
            over();
            return null;
        });
    }

    private synchronized void answered(int index, RecognitionResult answer) {
        if (!over) {
            followResults.leave(answer.id(), followed.remove(answer.id()));
            tell(index, new Answered(answer));
        }
    }

    private void tell(int index, RequestState answered) {
        told = told.and(index);
        send(event("recognition", answered).id(told.eventId()));
        if (told.isAll()) {
            send(sse.newEventBuilder().name("done").id(told.eventId()).data("{}"))
                    .whenComplete((sent, failed) -> over());
        }
    }

    private OutboundSseEvent.Builder event(String name, RequestState request) {
        return sse.newEventBuilder()
                .name(name)
                .reconnectDelay(RECONNECT_MILLIS)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(JSONB.toJson(answers.document(request)));
    }

    /** Who can't be reached is gone. */
    private CompletionStage<?> send(OutboundSseEvent.Builder event) {
        if (over || client.isClosed()) {
            over();
            return CompletableFuture.completedFuture(null);
        }
        return client.send(event.build()).exceptionally(gone -> {
            over();
            return null;
        });
    }
}
