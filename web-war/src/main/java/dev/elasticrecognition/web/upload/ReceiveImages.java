package dev.elasticrecognition.web.upload;

import dev.elasticrecognition.web.results.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Providers;

/** Begins to receive the pictures of one call. */
@ApplicationScoped
public class ReceiveImages {

    @Inject
    TakeImages takeImages;

    @Inject
    Answers answers;

    @Inject
    UploadSettings settings;

    UploadedImages images(OfferParameters parameters, Providers providers) {
        return new UploadedImages(
                takeImages, answers, providers, settings.imagesPerRequest(), parameters.offer(), parameters.patience());
    }
}
