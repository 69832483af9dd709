package dev.elasticrecognition.aws;

/**
 * Writes messages of one kind as text, and reads them.
 *
 * @param <T> what a message says
 */
interface Codec<T> {

    String write(T message);

    /** @throws UnreadableDocument if the text is no message of this kind */
    T read(String text);
}
