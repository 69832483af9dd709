package dev.elasticrecognition.worker;

/** How a worker ends its server, and with it its process. */
enum Exit {
    /** Nobody needs it. */
    UNNEEDED(0),
    /** It can't work: "configuration error" of sysexits.h. */
    UNUSABLE(78);

    private final int status;

    Exit(int status) {
        this.status = status;
    }

    /** Begins the end, on another thread: the server waits for this one before it stops. */
    void begin() {
        new Thread(() -> System.exit(status), "end of the server").start();
    }
}
