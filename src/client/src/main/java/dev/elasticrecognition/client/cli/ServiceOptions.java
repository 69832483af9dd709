package dev.elasticrecognition.client.cli;

import dev.elasticrecognition.client.Credentials;
import dev.elasticrecognition.client.RecognitionClient;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say which service is meant, and who calls. */
final class ServiceOptions {

    @Option(names = "--url", defaultValue = "http://localhost:9080", description = "The service (${DEFAULT-VALUE}).")
    private URI url;

    @Option(
            names = "--token",
            description = "The bearer token, if the service asks for one; better in the environment, as ELASTIC_TOKEN.")
    private String token;

    RecognitionClient client(CommandSpec spec) {
        try {
            return new RecognitionClient(url, credentials());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    URI url() {
        return url;
    }

    Credentials credentials() {
        return Optional.ofNullable(token)
                .or(() -> Optional.ofNullable(System.getenv("ELASTIC_TOKEN")))
                .map(Credentials::bearer)
                .orElse(Credentials.none());
    }
}
