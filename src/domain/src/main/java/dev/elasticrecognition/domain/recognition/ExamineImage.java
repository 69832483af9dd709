package dev.elasticrecognition.domain.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Looks at a picture at the door: refuses what can cheaply be seen to be none, and describes the rest. */
public final class ExamineImage {

    private final ImageLimits limits;

    public ExamineImage(ImageLimits limits) {
        this.limits = limits;
    }

    /**
     * Examines a file by its size and its header.
     *
     * @param fileName as the client gave it, or null
     * @throws RejectedImage if it is no picture, or too large a one
     */
    public SubmittedImage examine(String fileName, ImageContent content) {
        limits.checkSize(content.size());
        ImageHeader header = ImageHeader.read(content);
        limits.checkPixels(header);
        return new SubmittedImage(FileName.cleaned(fileName), header.type(), content.size(), sha256(content));
    }

    private static String sha256(ImageContent content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream bytes = new DigestInputStream(content.open(), digest)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
