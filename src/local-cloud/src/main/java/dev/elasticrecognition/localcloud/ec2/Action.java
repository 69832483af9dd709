package dev.elasticrecognition.localcloud.ec2;

/** One action of the API. */
@FunctionalInterface
public interface Action {

    /**
     * Does what the request asks for.
     *
     * @return what to write into the answer, after the request id
     * @throws dev.elasticrecognition.localcloud.errors.ServiceError if the request is refused; then nothing is changed
     */
    Answer perform(QueryParameters request);

    /** Refuses what {@link #perform} would refuse by the look of it; a dry run does no more. */
    default void check(QueryParameters request) {}

    /** The content of an answer. */
    @FunctionalInterface
    interface Answer {

        Answer TRUE = xml -> xml.text("return", "true");

        void write(XmlAnswer xml);
    }
}
