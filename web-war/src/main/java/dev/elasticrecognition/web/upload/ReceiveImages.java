package dev.elasticrecognition.web.upload;

import dev.elasticrecognition.domain.recognition.Offer;
import dev.elasticrecognition.web.results.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Begins to receive the pictures of one call. */
@ApplicationScoped
public class ReceiveImages {

    @Inject
    TakeImages takeImages;

    @Inject
    Answers answers;

    @Inject
    UploadSettings settings;

    UploadedImages images(Offer offer, Duration patience) {
        return new UploadedImages(takeImages, answers, settings.imagesPerRequest(), offer, patience);
    }
}
