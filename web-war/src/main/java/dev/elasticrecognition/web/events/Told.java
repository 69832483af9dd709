package dev.elasticrecognition.web.events;

import java.math.BigInteger;

/**
 * Which of the followed requests have been told. It is the id of each event, so that a client that connects again, to any
 * front end, says itself what it knows already.
 *
 * @param bits the bit of each request that was told is 1; the first one's is the lowest
 * @param size how many requests there are, 1 or more
 */
record Told(BigInteger bits, int size) {

    /** Reads an event's id; what is none stands for nothing. */
    static Told parse(String eventId, int size) {
        boolean isOurs = eventId.matches("[0-9a-f]{1,%d}".formatted((size + 3) / 4));
        BigInteger bits = isOurs ? new BigInteger(eventId, 16) : BigInteger.ZERO;
        return new Told(bits.bitLength() > size ? BigInteger.ZERO : bits, size);
    }

    boolean contains(int index) {
        return bits.testBit(index);
    }

    boolean isAll() {
        return bits.bitCount() == size;
    }

    Told and(int index) {
        return new Told(bits.setBit(index), size);
    }

    String eventId() {
        return bits.toString(16);
    }
}
