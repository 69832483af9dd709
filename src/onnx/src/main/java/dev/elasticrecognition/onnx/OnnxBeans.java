package dev.elasticrecognition.onnx;

import dev.elasticrecognition.domain.recognition.ImageLimits;
import dev.elasticrecognition.domain.recognition.Recognizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Makes the recognizer of an application from its settings, and closes it with the application. */
@ApplicationScoped
public class OnnxBeans {

    @Inject
    Config config;

    @Produces
    @ApplicationScoped
    Recognizer recognizer() {
        ImageLimits limits = ImageSettings.from(config).limits();
        Optional<CommandSettings> command = CommandSettings.from(config);
        return command.isPresent() ? new CommandRecognizer(command.get(), limits) : onnxRecognizer(limits);
    }

    void close(@Disposes Recognizer recognizer) {
        if (recognizer instanceof OnnxRecognizer onnx) {
            onnx.close();
        } else if (recognizer instanceof CommandRecognizer command) {
            command.close();
        }
    }

    private OnnxRecognizer onnxRecognizer(ImageLimits limits) {
        OnnxSettings settings = OnnxSettings.from(config);
        return new OnnxRecognizer(settings.modelDirectory(), settings.execution(), limits);
    }
}
