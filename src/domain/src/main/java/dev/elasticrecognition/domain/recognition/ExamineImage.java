package dev.elasticrecognition.domain.recognition;

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
    public SubmittedImage examine(String fileName, byte[] content) {
        limits.checkSize(content.length);
        ImageHeader header = ImageHeader.read(content);
        limits.checkPixels(header);
        return new SubmittedImage(FileName.cleaned(fileName), header.type(), content.length, sha256(content));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}
