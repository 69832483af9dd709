package dev.elasticrecognition.onnx;

import dev.elasticrecognition.domain.recognition.Recognizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.Config;

/** Makes the recognizer of an application from its settings, and closes it with the application. */
@ApplicationScoped
public class OnnxBeans {

    @Inject
    Config config;

    @Produces
    @ApplicationScoped
    Recognizer recognizer() {
        OnnxSettings settings = OnnxSettings.from(config);
        return new OnnxRecognizer(settings.modelDirectory(), settings.threads(), settings.limits());
    }

    void close(@Disposes Recognizer recognizer) {
        if (recognizer instanceof OnnxRecognizer onnx) {
            onnx.close();
        }
    }
}
