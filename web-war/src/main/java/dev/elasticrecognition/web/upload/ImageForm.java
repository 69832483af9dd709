package dev.elasticrecognition.web.upload;

import dev.elasticrecognition.web.problems.ProblemException;
import dev.elasticrecognition.web.problems.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/**
 * A form with a picture in it, read as it comes in: nothing of it is kept. Commons FileUpload reads it, because the REST
 * container's own reader takes headers for ASCII, and loses each part whose file name isn't.
 */
final class ImageForm {

    private static final String PART = "image";

    private ImageForm() {}

    /**
     * Goes forward to the picture, the first part named {@value #PART}.
     *
     * @throws ProblemException if there is none, or the body is no form
     */
    static FileItemInput image(HttpServletRequest request) throws IOException {
        try {
            FileItemInputIterator parts = reader().getItemIterator(request);
            while (parts.hasNext()) {
                FileItemInput part = parts.next();
                if (PART.equals(part.getFieldName())) {
                    return part;
                }
            }
        } catch (FileUploadException e) {
            throw missing("The body can't be read as a form (%s).".formatted(e.getMessage()));
        }
        throw missing("The form has no part named '%s'.".formatted(PART));
    }

    private static JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> reader() {
        JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> reader = new JakartaServletFileUpload<>();
        reader.setHeaderCharset(StandardCharsets.UTF_8);
        return reader;
    }

    private static ProblemException missing(String why) {
        return new ProblemException(
                ProblemType.IMAGE_MISSING, why + " Send the picture's file in a part named '%s'.".formatted(PART));
    }
}
