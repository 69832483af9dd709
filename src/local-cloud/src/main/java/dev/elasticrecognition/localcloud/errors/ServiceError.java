package dev.elasticrecognition.localcloud.errors;

/** A request that is not carried out: what the client is told. */
public final class ServiceError extends RuntimeException {

    private final ErrorCode code;

    ServiceError(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    /** Why, in the words of the EC2 API. */
    public ErrorCode code() {
        return code;
    }
}
