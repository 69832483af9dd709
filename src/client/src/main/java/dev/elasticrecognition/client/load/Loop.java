package dev.elasticrecognition.client.load;

/** How load comes about. */
public interface Loop {

    /** Sends, and returns when everything that was sent has ended. */
    void run(Target target, Recording recording) throws InterruptedException;

    /** What it does, in a few words. */
    String description();
}
