package dev.elasticrecognition.domain.recognition;

/** Where a request is on its way. */
public sealed interface RequestState {

    RequestId id();

    /** It was accepted and has no result yet. */
    record Waiting(Submission submission) implements RequestState {

        @Override
        public RequestId id() {
            return submission.id();
        }

        public SubmittedImage image() {
            return submission.image();
        }
    }

    /** It has its result. */
    record Answered(RecognitionResult result) implements RequestState {

        @Override
        public RequestId id() {
            return result.id();
        }
    }
}
