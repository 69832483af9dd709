package dev.elasticrecognition.domain.fleet;

/** A worker, as {@link FollowLeader} leads it. No method waits for anything. */
public interface Follower {

    /** Begins to take requests. It is called once at most, and never after {@link #drain}. */
    void receive();

    /** Takes no more requests, for good; finishes those that were begun and gives back those that weren't. */
    void drain();

    /** Ends the worker and its process. */
    void end();

    /** {@link WorkerState#DRAINED} only when no request is held any more and none can come. */
    WorkerState state();

    Work work();
}
