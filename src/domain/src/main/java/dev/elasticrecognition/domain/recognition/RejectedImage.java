package dev.elasticrecognition.domain.recognition;

/** Says that a picture can't be recognised, whoever tries and however often. */
public final class RejectedImage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public RejectedImage(Problem.Kind kind, String detail) {
        this(kind, detail, null);
    }

    public RejectedImage(Problem.Kind kind, String detail, Throwable cause) {
        super(kind + ": " + detail, cause);
        this.problem = new Problem(kind, detail);
    }

    public Problem problem() {
        return problem;
    }
}
