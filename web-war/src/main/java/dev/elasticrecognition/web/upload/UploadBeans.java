package dev.elasticrecognition.web.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads what the door lets in, and puts it together. */
@ApplicationScoped
public class UploadBeans {

    @Produces
    @Singleton
    UploadSettings settings(
            @ConfigProperty(name = UploadSettings.IN_PROGRESS) int inProgress,
            @ConfigProperty(name = UploadSettings.IMAGES_PER_REQUEST) int imagesPerRequest,
            @ConfigProperty(name = UploadSettings.SPOOL) Optional<Path> spool,
            @ConfigProperty(name = UploadSettings.IN_MEMORY) int inMemory) {
        return new UploadSettings(inProgress, imagesPerRequest, spool.orElseGet(UploadBeans::temporary), inMemory);
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"), "elastic-recognition");
    }

    @Produces
    @Singleton
    UploadGate gate(UploadSettings settings, InstantSource clock) {
        return new UploadGate(settings.inProgress(), clock);
    }

    @Produces
    @Singleton
    Spool spool(UploadSettings settings, InstantSource clock) throws IOException {
        Spool spool = new Spool(settings.spool(), settings.inMemory());
        spool.prepare(clock);
        return spool;
    }
}
