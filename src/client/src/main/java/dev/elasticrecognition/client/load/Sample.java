package dev.elasticrecognition.client.load;

/**
 * One request that has ended.
 *
 * @param intended when it was to be sent
 * @param sent when it was sent, which is later when whoever sends doesn't keep up
 * @param ended when its end was known
 */
record Sample(long intended, long sent, long ended, Outcome outcome) {

    /**
     * How long the request took for whoever wanted it sent at its time. What a late start adds counts, because it would have
     * been waiting, too: so nothing is omitted in step with a service that stalls.
     */
    long latency() {
        return ended - intended;
    }

    boolean isAnswered() {
        return outcome.kind() == Outcome.Kind.ANSWERED;
    }
}
