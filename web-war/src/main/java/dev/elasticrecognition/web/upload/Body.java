package dev.elasticrecognition.web.upload;

import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketTimeoutException;

/** What a client sends. If it ceases to, that is the client's problem and none of this server's. */
final class Body extends FilterInputStream {

    private static final Logger LOG = System.getLogger(Body.class.getName());

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
            throw broken(e);
        }
    }

    /** Why is for the log alone: it tells of this server's addresses. */
    private static ProblemException broken(IOException e) {
        LOG.log(Level.DEBUG, "An upload broke off", e);
        return new ProblemException(ProblemType.UPLOAD_INCOMPLETE, "The upload broke off before its end.");
    }

    @FunctionalInterface
    private interface Read {

        int read() throws IOException;
    }
}
