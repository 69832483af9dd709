package dev.elasticrecognition.domain.fleet;

/** The instance that this program runs on. */
public interface OwnInstance {

    /**
     * Its id, as the cloud names it and {@link Instance#id()} has it; always the same.
     *
     * @throws dev.elasticrecognition.domain.messaging.Unavailable if the cloud can't be asked, as it is until it has
     *     answered once; elsewhere than on an instance it never can
     */
    String id();

    /**
     * Whether the cloud has announced that it will take the instance away, as it does two minutes before it interrupts a
     * spot instance. While the cloud doesn't answer, it hasn't.
     */
    boolean isToBeInterrupted();
}
