package dev.elasticrecognition.web.results;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Threads on which calls are answered that waited for a result. They never serve a call themselves: on a thread that does
 * or did, Liberty and RESTEasy keep what they know of that call, take it for that of the call which is answered, and
 * answer with 500 or with no body.
 */
@ApplicationScoped
public class Answerers implements Executor {

    private static final int MOST = 4;

    @Resource
    ManagedThreadFactory threads;

    private ExecutorService pool;

    @PostConstruct
    void open() {
        pool = Executors.newFixedThreadPool(MOST, threads);
    }

    @PreDestroy
    void close() {
        pool.shutdownNow();
    }

    @Override
    public void execute(Runnable answer) {
        pool.execute(answer);
    }
}
