package dev.elasticrecognition.web.upload;

import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/** What a client sends. If it ceases to, that is the client's problem and none of this server's. */
final class Body extends FilterInputStream {

    Body(InputStream body) {
        super(body);
    }

    @Override
    public int read() {
        return attempt(super::read);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        return attempt(() -> super.read(bytes, offset, length));
    }

    private static int attempt(Read read) {
        try {
            return read.read();
        } catch (SocketTimeoutException e) {
            throw new ProblemException(ProblemType.REQUEST_STALLED, "Send it again, without pauses of many seconds.");
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemType.UPLOAD_INCOMPLETE,
                    "The upload broke off before its end (%s).".formatted(e.getMessage()));
        }
    }

    @FunctionalInterface
    private interface Read {

        int read() throws IOException;
    }
}
