package dev.elasticrecognition.web.events;

import dev.elasticrecognition.domain.messaging.Unavailable;
import dev.elasticrecognition.domain.recognition.FollowResults;
import dev.elasticrecognition.domain.recognition.RequestState;
import dev.elasticrecognition.web.problems.Places;
import dev.elasticrecognition.web.problems.Places.Place;
import dev.elasticrecognition.web.results.Answers;
import dev.elasticrecognition.web.results.ResultsSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** All event streams of this front end. One thread looks after them, of its own, since the container's are for calls. */
@ApplicationScoped
public class EventStreams {

    private static final Logger LOG = System.getLogger(EventStreams.class.getName());

    @Inject
    Answers answers;

    @Inject
    FollowResults followResults;

    @Inject
    ResultsSettings settings;

    @Inject
    InstantSource clock;

    @Resource
    ManagedThreadFactory threads;

    private final Set<ResultStream> open = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService timer;
    private List<Future<?>> tasks;
    private Places places;

    @PostConstruct
    void start() {
        places = new Places(settings.streams(), "event streams");
        timer = Executors.newSingleThreadScheduledExecutor(threads);
        tasks = List.of(every(FollowResults.LOOK_EVERY, this::look), every(settings.heartbeat(), this::beat));
    }

    @PreDestroy
    void stop() {
        tasks.forEach(task -> task.cancel(true));
        timer.shutdown();
        open.forEach(ResultStream::over);
    }

    /**
     * Begins a stream.
     *
     * @throws dev.elasticrecognition.web.problems.ProblemException if there are as many as there may be
     */
    void begin(List<RequestState> requests, Told told, SseEventSink client, Sse sse) {
        Place place = places.take();
        Instant end = clock.instant().plus(settings.longestStream());
        ResultStream stream = new ResultStream(answers, followResults, client, sse, told, end, over -> {
            open.remove(over);
            place.close();
        });
        open.add(stream);
        try {
            stream.begin(requests);
        } catch (RuntimeException e) {
            stream.over();
            throw e;
        }
    }

    private Future<?> every(Duration period, Runnable task) {
        return timer.scheduleWithFixedDelay(task, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            followResults.look();
        } catch (Unavailable away) {
            LOG.log(Level.DEBUG, "The next look, or an announcement, may bring more", away);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Could not look for results that event streams wait for", e);
        }
    }

    private void beat() {
        Instant now = clock.instant();
        for (ResultStream stream : open) {
            try {
                stream.beat(now);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "An event stream ended", e);
                stream.over();
            }
        }
    }
}
