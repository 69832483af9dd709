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
}
