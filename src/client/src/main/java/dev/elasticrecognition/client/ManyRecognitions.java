package dev.elasticrecognition.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Sends images, so many at a time, and gives what became of them in the order in which it becomes known. */
final class ManyRecognitions<S extends ImageSource> extends Spliterators.AbstractSpliterator<Outcome<S>>
        implements AutoCloseable {

    private final RecognitionClient client;
    private final Iterator<? extends S> sources;
    private final int atOnce;
    private final Duration patience;
    private final ExecutorService senders;
    private final CompletionService<Outcome<S>> outcomes;
    private int underWay;

    ManyRecognitions(RecognitionClient client, Iterator<? extends S> sources, int atOnce, Duration patience) {
        super(Long.MAX_VALUE, Spliterator.NONNULL);
        this.client = client;
        this.sources = sources;
        this.atOnce = atOnce;
        this.patience = patience;
        senders = Executors.newFixedThreadPool(atOnce);
        outcomes = new ExecutorCompletionService<>(senders);
    }

    @Override
    public boolean tryAdvance(Consumer<? super Outcome<S>> action) {
        while (underWay < atOnce && sources.hasNext()) {
            S source = sources.next();
            outcomes.submit(() -> outcome(source));
            underWay++;
        }
        if (underWay == 0) {
            close();
            return false;
        }
        action.accept(next());
        return true;
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        senders.shutdownNow();
    }

    private Outcome<S> next() {
        try {
            Outcome<S> next = outcomes.take().get();
            underWay--;
            return next;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("An image's sender died", e);
        }
    }

    private Outcome<S> outcome(S source) throws InterruptedException {
        try {
            Image image = source.read();
            return new Outcome.Answered<>(source, client.recognize(image, source.idempotencyKey(image), patience));
        } catch (IOException | RuntimeException e) {
            return new Outcome.Unanswered<>(source, e);
        }
    }
}
