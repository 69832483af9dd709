package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.RecognitionException;
import dev.elasticrecognition.client.local.LocalSystemException;
import dev.elasticrecognition.client.local.RefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells in a sentence why a command failed. Only what nobody foresaw comes with a stack trace. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        if (isForeseen(failure)) {
            commandLine.getErr().println("elastic: " + sentence(failure));
        } else {
            failure.printStackTrace(commandLine.getErr());
        }
        return failure instanceof RefusedException ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    private static boolean isForeseen(Exception failure) {
        return failure instanceof LocalSystemException
                || failure instanceof RecognitionException
                || failure instanceof IOException
                || failure instanceof UncheckedIOException;
    }

    /** The message; with the kind of failure where the message is but a path, or nothing. */
    static String sentence(Exception failure) {
        boolean bare = failure instanceof FileSystemException || failure.getMessage() == null;
        return bare ? failure.getClass().getSimpleName() + ": " + failure.getMessage() : failure.getMessage();
    }
}
