package dev.elasticrecognition.web.upload;

import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/**
 * A form with pictures in it, read as it comes in: nothing of it is kept. Commons FileUpload reads it, because the REST
 * container's own reader takes headers for ASCII, and loses each part whose file name isn't.
 */
public final class ImageForm {

    private final Set<String> names;
    private final FileItemInputIterator parts;

    /**
     * Begins to read a form.
     *
     * @param names of the parts that are pictures; all other parts are passed over
     * @throws ProblemException if the body is no form
     */
    public ImageForm(HttpServletRequest request, Set<String> names) throws IOException {
        this.names = names;
        try {
            this.parts = reader().getItemIterator(request);
        } catch (FileUploadException e) {
            throw missing("The body can't be read as a form (%s).".formatted(e.getMessage()));
        }
    }

    /**
     * Goes forward to the first picture.
     *
     * @throws ProblemException if there is none, or the body is no form
     */
    public FileItemInput first() throws IOException {
        return next().orElseThrow(
                        () -> missing("The form has no part named '%s'.".formatted(String.join("' or '", names))));
    }

    /** Goes forward to the next picture; empty if there is none. */
    Optional<FileItemInput> next() throws IOException {
        try {
            while (parts.hasNext()) {
                FileItemInput part = parts.next();
                if (names.contains(part.getFieldName())) {
                    return Optional.of(part);
                }
            }
            return Optional.empty();
        } catch (FileUploadException e) {
            throw missing("The body can't be read as a form (%s).".formatted(e.getMessage()));
        }
    }

    private static JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> reader() {
        JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> reader = new JakartaServletFileUpload<>();
        reader.setHeaderCharset(StandardCharsets.UTF_8);
        return reader;
    }

    private ProblemException missing(String why) {
        return new ProblemException(
                ProblemType.IMAGE_MISSING,
                why + " Send the picture's file in a part named '%s'.".formatted(String.join("' or '", names)));
    }
}
