package dev.elasticrecognition.client;

import java.net.URI;

/** Something answered, but not in the words of this service: probably the URL is another program's. */
public final class IncomprehensibleAnswerException extends RecognitionException {

    IncomprehensibleAnswerException(URI request, String found, Throwable cause) {
        super("the answer from %s is not this service's: %s. Check the URL".formatted(request, found), cause);
    }

    @Override
    public boolean isPassing() {
        return false;
    }
}
