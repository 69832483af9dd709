package dev.elasticrecognition.web.upload;

import dev.elasticrecognition.web.results.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.fileupload2.core.FileItemInput;

/** Receives the pictures of one call. */
@ApplicationScoped
public class ReceiveImages {

    private static final Set<String> PARTS = Set.of("image");

    @Inject
    TakeImages takeImages;

    @Inject
    Answers answers;

    @Inject
    UploadSettings settings;

    /** Begins. */
    UploadedImages images(OfferParameters parameters, Providers providers) {
        return new UploadedImages(
                takeImages, answers, providers, settings.imagesPerRequest(), parameters.offer(), parameters.patience());
    }

    /** Receives those of a form, its parts {@code image}. */
    UploadedImages form(HttpServletRequest request, OfferParameters parameters, Providers providers)
            throws IOException {
        ImageForm form = new ImageForm(request, PARTS);
        UploadedImages images = images(parameters, providers);
        FileItemInput first = form.first();
        images.take(first.getName(), first.getInputStream());
        for (Optional<FileItemInput> next = form.next(); next.isPresent(); next = form.next()) {
            images.take(next.get().getName(), next.get().getInputStream());
        }
        return images;
    }
}
