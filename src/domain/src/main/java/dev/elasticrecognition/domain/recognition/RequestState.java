package dev.elasticrecognition.domain.recognition;

/** Where a request is on its way. */
public sealed interface RequestState {

    /** It was accepted and has no result yet. */
    record Waiting(RequestId id, SubmittedImage image) implements RequestState {}

    /** It has its result. */
    record Answered(RecognitionResult result) implements RequestState {}
}
