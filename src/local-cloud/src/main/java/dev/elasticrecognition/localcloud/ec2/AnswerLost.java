package dev.elasticrecognition.localcloud.ec2;

/** The action was carried out, but nobody shall hear of it: the connection is cut without an answer. */
public final class AnswerLost extends RuntimeException {

    public AnswerLost() {
        super("The answer was lost on the way");
    }
}
